@NullMarked
package io.hutong.credit.inbound;

import org.jspecify.annotations.NullMarked;
