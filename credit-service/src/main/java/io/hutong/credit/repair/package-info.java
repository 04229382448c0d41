@NullMarked
package io.hutong.credit.repair;

import org.jspecify.annotations.NullMarked;
