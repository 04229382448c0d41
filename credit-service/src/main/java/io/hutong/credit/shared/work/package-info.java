@NullMarked
package io.hutong.credit.shared.work;

import org.jspecify.annotations.NullMarked;
