/** The canonical export, by which a checker compares the register with those who follow it. */
@NullMarked
package io.hutong.registration.export;

import org.jspecify.annotations.NullMarked;
