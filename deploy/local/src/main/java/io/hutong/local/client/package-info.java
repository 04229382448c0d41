/** The launcher as a client of the services: tokens, REST calls, measurements. */
@NullMarked
package io.hutong.local.client;

import org.jspecify.annotations.NullMarked;
