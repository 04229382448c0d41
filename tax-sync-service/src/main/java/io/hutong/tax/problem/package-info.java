@NullMarked
package io.hutong.tax.problem;

import org.jspecify.annotations.NullMarked;
