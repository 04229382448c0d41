@NullMarked
package io.hutong.registration.restriction;

import org.jspecify.annotations.NullMarked;
