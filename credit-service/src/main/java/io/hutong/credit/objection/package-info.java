@NullMarked
package io.hutong.credit.objection;

import org.jspecify.annotations.NullMarked;
