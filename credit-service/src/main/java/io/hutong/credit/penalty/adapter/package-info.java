@NullMarked
package io.hutong.credit.penalty.adapter;

import org.jspecify.annotations.NullMarked;
