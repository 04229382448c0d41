@NullMarked
package io.hutong.credit.annualreport;

import org.jspecify.annotations.NullMarked;
