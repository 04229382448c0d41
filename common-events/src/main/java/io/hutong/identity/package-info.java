@NullMarked
package io.hutong.identity;

import org.jspecify.annotations.NullMarked;
