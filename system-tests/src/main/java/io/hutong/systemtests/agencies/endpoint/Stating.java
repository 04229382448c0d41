package io.hutong.systemtests.agencies.endpoint;

import io.hutong.systemtests.agencies.party.Deed;

/** Has a party state something about a business. */
@FunctionalInterface
public interface Stating {
    Deed state(String party, String type, String subject) throws InterruptedException;
}
