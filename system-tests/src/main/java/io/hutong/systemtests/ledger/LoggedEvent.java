package io.hutong.systemtests.ledger;

import com.fasterxml.jackson.databind.JsonNode;

/** One row of a service's event log, as the checker reads it; nothing here comes from the services' own code. */
record LoggedEvent(
        long position,
        String id,
        String bizId,
        int epoch,
        long version,
        String type,
        JsonNode body,
        boolean payloadMatchesDigest,
        String previousDigest,
        String digest) {

    /** The last part of the wire type without its version, for example {@code operator-changed}. */
    String what() {
        String[] parts = type.split("\\.");
        return parts[parts.length - 2];
    }

    String changeId() {
        return body.path("changeId").asText();
    }
}
