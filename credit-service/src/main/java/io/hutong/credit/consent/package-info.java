@NullMarked
package io.hutong.credit.consent;

import org.jspecify.annotations.NullMarked;
