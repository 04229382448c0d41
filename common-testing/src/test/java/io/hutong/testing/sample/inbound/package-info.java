@NullMarked
package io.hutong.testing.sample.inbound;

import org.jspecify.annotations.NullMarked;
