@NullMarked
package io.hutong.credit.abnormallist;

import org.jspecify.annotations.NullMarked;
