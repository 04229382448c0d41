package io.hutong.messaging.relay;

import io.hutong.identity.EventId;
import io.hutong.messaging.HeadersJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event that waits to be sent, and the fencing number of its lane at the time it was read. */
record PendingEvent(
        long position,
        int lane,
        long fencing,
        EventId id,
        String bizId,
        String headersJson,
        byte[] body,
        @Nullable String traceParent) {

    Map<String, String> headers() {
        return HeadersJson.read(headersJson);
    }
}
