@NullMarked
package io.hutong.credit.shown.adapter;

import org.jspecify.annotations.NullMarked;
