@NullMarked
package io.hutong.registration.export;

import org.jspecify.annotations.NullMarked;
