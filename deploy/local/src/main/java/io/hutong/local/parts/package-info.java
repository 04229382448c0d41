/** The parts of an installation on one machine: processes with pid files, their ports, secrets and supervisor. */
@NullMarked
package io.hutong.local.parts;

import org.jspecify.annotations.NullMarked;
