@NullMarked
package io.hutong.credit.separateregister;

import org.jspecify.annotations.NullMarked;
