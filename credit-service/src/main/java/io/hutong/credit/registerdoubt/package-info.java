@NullMarked
package io.hutong.credit.registerdoubt;

import org.jspecify.annotations.NullMarked;
