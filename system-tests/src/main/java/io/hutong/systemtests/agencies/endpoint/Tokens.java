package io.hutong.systemtests.agencies.endpoint;

/** Bearer tokens of the parties' clients at the issuer. */
@FunctionalInterface
public interface Tokens {
    String of(String client);
}
