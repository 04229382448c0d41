@NullMarked
package io.hutong.time;

import org.jspecify.annotations.NullMarked;
