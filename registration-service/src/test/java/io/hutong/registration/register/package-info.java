@NullMarked
package io.hutong.registration.register;

import org.jspecify.annotations.NullMarked;
