@NullMarked
package io.hutong.registration.shared.answer;

import org.jspecify.annotations.NullMarked;
