@NullMarked
package io.hutong.credit;

import org.jspecify.annotations.NullMarked;
