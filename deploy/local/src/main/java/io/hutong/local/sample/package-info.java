@NullMarked
package io.hutong.local.sample;

import org.jspecify.annotations.NullMarked;
