@NullMarked
package io.hutong.testing.sample.opening;

import org.jspecify.annotations.NullMarked;
