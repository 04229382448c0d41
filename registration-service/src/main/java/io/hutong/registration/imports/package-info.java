@NullMarked
package io.hutong.registration.imports;

import org.jspecify.annotations.NullMarked;
