@NullMarked
package io.hutong.testing.sample.opening.adapter;

import org.jspecify.annotations.NullMarked;
