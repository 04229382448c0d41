package io.hutong.registration.register;

import io.hutong.identity.EventId;
import org.jspecify.annotations.Nullable;

/** Whence a registration comes: the client in whose name it is made, the event that led to it, the rules that decided. */
public record Origin(
        String recordedBy,
        @Nullable EventId causationId,
        @Nullable String ruleSetId) {
    public static Origin of(String client) {
        return new Origin(client, null, null);
    }

    public Origin decidedBy(String ruleSet) {
        return new Origin(recordedBy, causationId, ruleSet);
    }

    public Origin causedBy(EventId event) {
        return new Origin(recordedBy, event, ruleSetId);
    }
}
