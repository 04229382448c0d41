/** Tables that come with the product. */
@NullMarked
package io.hutong.data;

import org.jspecify.annotations.NullMarked;
