package io.hutong.messaging.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.events.DomainEvent;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Position;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** The published examples of the contract. */
final class GoldenEvents {
    static final ObjectMapper TREES = new ObjectMapper();

    private GoldenEvents() {}

    static Set<String> types() {
        return new EventTypes().names();
    }

    static String producerOf(String type) {
        return type.split("\\.")[2];
    }

    static byte[] body(String type) {
        try (InputStream stream = DomainEvent.class.getResourceAsStream("/golden/" + type + ".json")) {
            if (stream == null) {
                throw new AssertionError("no golden example of " + type);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(byte[] json) {
        try {
            return TREES.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Envelope envelope(String type) {
        return new Envelope(
                EventId.of("019ab3c0-0000-7000-8000-000000000001"),
                "/" + producerOf(type),
                type,
                BizId.of("019ab3c0-0000-7000-8000-00000000b001"),
                URI.create("urn:hutong:schema:" + type),
                new Position(1, 7),
                "0123456789abcdef".repeat(4),
                new EventContext(
                        Instant.parse("2026-11-24T07:20:00.123456Z"),
                        LocalDate.of(2026, 11, 24),
                        DivisionCode.of("620702"),
                        UUID.fromString("019ab3c0-0000-7000-8000-00000000c0de"),
                        EventId.of("019ab3c0-0000-7000-8000-000000000000"),
                        "tax-gate/3"),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }
}
