@NullMarked
package io.hutong.credit.financing;

import org.jspecify.annotations.NullMarked;
