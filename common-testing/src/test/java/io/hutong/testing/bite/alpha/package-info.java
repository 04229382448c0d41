@NullMarked
package io.hutong.testing.bite.alpha;

import org.jspecify.annotations.NullMarked;
