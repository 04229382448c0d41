@NullMarked
package io.hutong.registration.ordinarychange;

import org.jspecify.annotations.NullMarked;
