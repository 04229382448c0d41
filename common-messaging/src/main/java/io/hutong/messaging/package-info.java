@NullMarked
package io.hutong.messaging;

import org.jspecify.annotations.NullMarked;
