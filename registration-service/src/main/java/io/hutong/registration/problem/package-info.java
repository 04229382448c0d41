@NullMarked
package io.hutong.registration.problem;

import org.jspecify.annotations.NullMarked;
