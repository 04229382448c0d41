@NullMarked
package io.hutong.registration.permit;

import org.jspecify.annotations.NullMarked;
