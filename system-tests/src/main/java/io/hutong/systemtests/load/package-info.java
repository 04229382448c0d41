@NullMarked
package io.hutong.systemtests.load;

import org.jspecify.annotations.NullMarked;
