@NullMarked
package io.hutong.events;

import org.jspecify.annotations.NullMarked;
