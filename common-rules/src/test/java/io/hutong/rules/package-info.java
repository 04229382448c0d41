@NullMarked
package io.hutong.rules;

import org.jspecify.annotations.NullMarked;
