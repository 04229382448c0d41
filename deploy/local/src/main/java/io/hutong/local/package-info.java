/** The launcher: one command line for everything on one machine, one class per command. */
@NullMarked
package io.hutong.local;

import org.jspecify.annotations.NullMarked;
