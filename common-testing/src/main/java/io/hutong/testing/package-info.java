/** What integration tests stand on: a real broker, a real database, an issuer, fixtures and architecture rules. */
@NullMarked
package io.hutong.testing;

import org.jspecify.annotations.NullMarked;
