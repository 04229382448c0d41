@NullMarked
package io.hutong.credit.registerdoubt.adapter;

import org.jspecify.annotations.NullMarked;
