/** Real servers that need nothing installed: MariaDB, Kafka and an OpenID Connect issuer, all on 127.0.0.1. */
@NullMarked
package io.hutong.embedded;

import org.jspecify.annotations.NullMarked;
