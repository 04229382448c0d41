@NullMarked
package io.hutong.credit.problem;

import org.jspecify.annotations.NullMarked;
