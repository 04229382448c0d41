@NullMarked
package io.hutong.credit.publication;

import org.jspecify.annotations.NullMarked;
