@NullMarked
package io.hutong.systemtests.deployment;

import org.jspecify.annotations.NullMarked;
