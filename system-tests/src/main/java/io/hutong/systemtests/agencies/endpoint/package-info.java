/** Where the product reaches the parties, and where a test tells them how to behave: a loopback HTTP server. */
@NullMarked
package io.hutong.systemtests.agencies.endpoint;

import org.jspecify.annotations.NullMarked;
