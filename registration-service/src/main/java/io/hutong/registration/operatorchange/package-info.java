@NullMarked
package io.hutong.registration.operatorchange;

import org.jspecify.annotations.NullMarked;
