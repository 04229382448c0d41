package io.hutong.messaging.outbox;

import io.hutong.messaging.Position;
import java.util.List;
import java.util.Map;

/** A piece of one stream as a source serves it: the newest position, and events in order, as they were sent. */
public record StreamPage(Position head, List<Event> events) {
    public StreamPage {
        events = List.copyOf(events);
    }

    /** Headers and exact body (base64 in JSON) of one event. */
    public record Event(long position, Map<String, String> headers, byte[] body) {}
}
