@NullMarked
package io.hutong.registration.premises;

import org.jspecify.annotations.NullMarked;
