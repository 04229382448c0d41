@NullMarked
package io.hutong.credit.reminder;

import org.jspecify.annotations.NullMarked;
