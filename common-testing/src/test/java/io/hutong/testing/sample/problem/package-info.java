@NullMarked
package io.hutong.testing.sample.problem;

import org.jspecify.annotations.NullMarked;
