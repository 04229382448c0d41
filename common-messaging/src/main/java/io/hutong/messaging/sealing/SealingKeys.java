package io.hutong.messaging.sealing;

import io.hutong.identity.OperatorTenureId;

/** What can be done to existing data keys without touching any event. Runs in the caller's transaction. */
public interface SealingKeys {

    /**
     * Wraps existing keys for a service that became a recipient, or whose public key became known, after they were made.
     *
     * @return how many were wrapped; call again in a new transaction until it is 0
     */
    int addRecipient(String service, int limit);

    /**
     * Erases a person: deletes this service's data keys of the tenure for all recipients, and tells them. The events stay
     * as they are; their sealed fields can be opened by nobody any more. Nothing more can be sealed under the tenure.
     */
    void erase(OperatorTenureId tenure);
}
