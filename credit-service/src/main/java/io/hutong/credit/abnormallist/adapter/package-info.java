@NullMarked
package io.hutong.credit.abnormallist.adapter;

import org.jspecify.annotations.NullMarked;
