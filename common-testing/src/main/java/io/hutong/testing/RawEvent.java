package io.hutong.testing;

import io.hutong.messaging.outbox.EventDigest;
import java.util.Map;
import java.util.Objects;

/** A record of an event topic as it stands there; headers as text. */
public record RawEvent(String key, Map<String, String> headers, byte[] body) {
    public RawEvent {
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The same record with one header changed. */
    public RawEvent withHeader(String name, String value) {
        Map<String, String> changed = new java.util.HashMap<>(headers);
        changed.put(name, value);
        return new RawEvent(key, changed, body);
    }

    /** The same record without one header. */
    public RawEvent withoutHeader(String name) {
        Map<String, String> changed = new java.util.HashMap<>(headers);
        changed.remove(name);
        return new RawEvent(key, changed, body);
    }

    /** The same record with another body. */
    public RawEvent withBody(byte[] other) {
        return new RawEvent(key, headers, other);
    }

    /** What the next event of the same business names as the digest of this one. */
    public String digest() {
        return Objects.requireNonNull(EventDigest.hex(EventDigest.of(headers, body)));
    }

    public String header(String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new AssertionError("no header " + name + " among " + headers.keySet());
        }
        return value;
    }
}
