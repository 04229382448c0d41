/** Who the foreign parties are, how they may misbehave, and what they did. Knows no interface of the product. */
@NullMarked
package io.hutong.systemtests.agencies.party;

import org.jspecify.annotations.NullMarked;
