@NullMarked
package io.hutong.testing;

import org.jspecify.annotations.NullMarked;
