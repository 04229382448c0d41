/** The demonstration: three operator changes carried from the register to the tax record. */
@NullMarked
package io.hutong.local.demo;

import org.jspecify.annotations.NullMarked;
