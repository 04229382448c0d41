@NullMarked
package io.hutong.credit.sharing;

import org.jspecify.annotations.NullMarked;
