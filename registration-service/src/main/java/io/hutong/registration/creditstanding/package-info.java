@NullMarked
package io.hutong.registration.creditstanding;

import org.jspecify.annotations.NullMarked;
