@NullMarked
package io.hutong.registration.annulment;

import org.jspecify.annotations.NullMarked;
