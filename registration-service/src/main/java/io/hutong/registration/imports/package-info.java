/** The initial load of the bureau's existing register, as one kind of file import. */
@NullMarked
package io.hutong.registration.imports;

import org.jspecify.annotations.NullMarked;
