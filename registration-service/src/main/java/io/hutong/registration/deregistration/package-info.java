@NullMarked
package io.hutong.registration.deregistration;

import org.jspecify.annotations.NullMarked;
