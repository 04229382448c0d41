@NullMarked
package io.hutong.web.imports;

import org.jspecify.annotations.NullMarked;
