@NullMarked
package io.hutong.credit.agencyrecord;

import org.jspecify.annotations.NullMarked;
