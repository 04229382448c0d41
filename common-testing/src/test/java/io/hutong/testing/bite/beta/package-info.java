@NullMarked
package io.hutong.testing.bite.beta;

import org.jspecify.annotations.NullMarked;
