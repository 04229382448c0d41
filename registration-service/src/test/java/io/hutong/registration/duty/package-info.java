@NullMarked
package io.hutong.registration.duty;

import org.jspecify.annotations.NullMarked;
