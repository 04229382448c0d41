@NullMarked
package io.hutong.testing.bite.alpha.adapter;

import org.jspecify.annotations.NullMarked;
