@NullMarked
package io.hutong.systemtests.faults;

import org.jspecify.annotations.NullMarked;
