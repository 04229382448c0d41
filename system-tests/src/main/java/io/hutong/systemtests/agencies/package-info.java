/** Agencies and parties outside the product, played over the interfaces that real ones use. */
@NullMarked
package io.hutong.systemtests.agencies;

import org.jspecify.annotations.NullMarked;
