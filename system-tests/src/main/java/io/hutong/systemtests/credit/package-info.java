@NullMarked
package io.hutong.systemtests.credit;

import org.jspecify.annotations.NullMarked;
