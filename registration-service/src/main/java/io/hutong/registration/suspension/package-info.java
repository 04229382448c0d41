@NullMarked
package io.hutong.registration.suspension;

import org.jspecify.annotations.NullMarked;
