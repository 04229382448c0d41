@NullMarked
package io.hutong.credit.shown;

import org.jspecify.annotations.NullMarked;
