@NullMarked
package io.hutong.credit.filing.adapter;

import org.jspecify.annotations.NullMarked;
