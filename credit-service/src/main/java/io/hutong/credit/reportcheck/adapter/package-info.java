@NullMarked
package io.hutong.credit.reportcheck.adapter;

import org.jspecify.annotations.NullMarked;
