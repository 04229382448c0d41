@NullMarked
package io.hutong.credit.annualreport.adapter;

import org.jspecify.annotations.NullMarked;
