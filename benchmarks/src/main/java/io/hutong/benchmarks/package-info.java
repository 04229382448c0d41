@NullMarked
package io.hutong.benchmarks;

import org.jspecify.annotations.NullMarked;
