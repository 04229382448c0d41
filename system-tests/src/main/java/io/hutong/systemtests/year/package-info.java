@NullMarked
package io.hutong.systemtests.year;

import org.jspecify.annotations.NullMarked;
