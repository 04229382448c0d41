/** Every foreign party with every fault against running services, and what these then show. */
@NullMarked
package io.hutong.systemtests.agencies.run;

import org.jspecify.annotations.NullMarked;
