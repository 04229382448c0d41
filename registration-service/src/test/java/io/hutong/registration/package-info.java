@NullMarked
package io.hutong.registration;

import org.jspecify.annotations.NullMarked;
