@NullMarked
package io.hutong.registration.inbound;

import org.jspecify.annotations.NullMarked;
