@NullMarked
package io.hutong.credit.financing.adapter;

import org.jspecify.annotations.NullMarked;
