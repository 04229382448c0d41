@NullMarked
package io.hutong.credit.business;

import org.jspecify.annotations.NullMarked;
