/** Holds what services answer against the interface that they publish. */
@NullMarked
package io.hutong.testing.openapi;

import org.jspecify.annotations.NullMarked;
