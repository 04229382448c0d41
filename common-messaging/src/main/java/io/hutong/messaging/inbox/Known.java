package io.hutong.messaging.inbox;

import io.hutong.messaging.Position;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The newest event that was taken of a stream; version 0 before the first. */
record Known(Position position, @Nullable String lastId, byte @Nullable [] lastDigest) {

    static Known after(Incoming incoming) {
        return new Known(incoming.position(), incoming.envelope().id().value(), incoming.digest());
    }

    boolean is(Incoming incoming) {
        return incoming.envelope().id().value().equals(lastId) && Arrays.equals(lastDigest, incoming.digest());
    }
}
