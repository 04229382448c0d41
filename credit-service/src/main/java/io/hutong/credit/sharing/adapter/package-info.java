@NullMarked
package io.hutong.credit.sharing.adapter;

import org.jspecify.annotations.NullMarked;
