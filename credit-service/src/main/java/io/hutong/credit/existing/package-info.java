@NullMarked
package io.hutong.credit.existing;

import org.jspecify.annotations.NullMarked;
