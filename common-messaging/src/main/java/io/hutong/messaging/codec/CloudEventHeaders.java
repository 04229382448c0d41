package io.hutong.messaging.codec;

import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.NotACloudEvent;
import io.hutong.messaging.Position;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Envelope ⇄ the {@code ce_} headers of Kafka's binary mode (CloudEvents 1.0), read strictly. */
final class CloudEventHeaders {
    private static final String JSON = "application/json";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private CloudEventHeaders() {}

    static Map<String, String> write(Envelope envelope) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", JSON);
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", envelope.id().value());
        headers.put("ce_source", envelope.source());
        headers.put("ce_type", envelope.type());
        headers.put("ce_subject", envelope.subject().value());
        headers.put("ce_partitionkey", envelope.subject().value());
        headers.put("ce_dataschema", envelope.dataSchema().toString());
        headers.put("ce_streamepoch", Integer.toString(envelope.position().epoch()));
        headers.put("ce_streamversion", Long.toString(envelope.position().version()));
        putIfPresent(headers, "ce_prevdigest", envelope.prevDigest());
        EventContext context = envelope.context();
        headers.put("ce_time", context.occurredAt().toString());
        headers.put("ce_effectiveat", context.effectiveAt().toString());
        headers.put("ce_divcode", context.division().value());
        headers.put("ce_correlationid", context.correlationId().toString());
        putIfPresent(headers, "ce_causationid", context.causationId());
        putIfPresent(headers, "ce_rulesetid", context.ruleSetId());
        putIfPresent(headers, "ce_traceparent", envelope.traceParent());
        return headers;
    }

    static Envelope read(Map<String, String> headers) {
        if (!"1.0".equals(headers.get("ce_specversion"))) {
            throw new NotACloudEvent("ce_specversion is not 1.0");
        }
        checkContentType(headers.get("content-type"));
        BizId subject = required(headers, "ce_subject", BizId::of);
        if (!subject.value().equals(headers.get("ce_partitionkey"))) {
            throw new NotACloudEvent("ce_partitionkey is not the subject");
        }
        return new Envelope(
                required(headers, "ce_id", EventId::of),
                required(headers, "ce_source", CloudEventHeaders::text),
                required(headers, "ce_type", CloudEventHeaders::text),
                subject,
                required(headers, "ce_dataschema", URI::create),
                new Position(
                        required(headers, "ce_streamepoch", CloudEventHeaders::positiveInt),
                        required(headers, "ce_streamversion", CloudEventHeaders::positive)),
                optional(headers, "ce_prevdigest", CloudEventHeaders::digest),
                context(headers),
                optional(headers, "ce_traceparent", CloudEventHeaders::text));
    }

    private static EventContext context(Map<String, String> headers) {
        return new EventContext(
                required(headers, "ce_time", CloudEventHeaders::instant),
                required(headers, "ce_effectiveat", LocalDate::parse),
                required(headers, "ce_divcode", DivisionCode::of),
                required(headers, "ce_correlationid", UUID::fromString),
                optional(headers, "ce_causationid", EventId::of),
                optional(headers, "ce_rulesetid", CloudEventHeaders::text));
    }

    private static void checkContentType(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).strip();
        if (!type.equals(JSON) && !type.startsWith(JSON + ";")) {
            throw new NotACloudEvent("content-type is not " + JSON);
        }
    }

    private static <T> T required(Map<String, String> headers, String name, Function<String, T> parser) {
        T value = optional(headers, name, parser);
        if (value == null) {
            throw new NotACloudEvent(name + " is missing");
        }
        return value;
    }

    /** The message names the header and never its value: a foreign record may hold anything. */
    private static <T> @Nullable T optional(Map<String, String> headers, String name, Function<String, T> parser) {
        String text = headers.get(name);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new NotACloudEvent(name + " has no valid value");
        }
    }

    private static String text(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
        return text;
    }

    private static int positiveInt(String text) {
        long value = positive(text);
        if (value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("is too large");
        }
        return (int) value;
    }

    private static long positive(String text) {
        long value = Long.parseLong(text);
        if (value < 1) {
            throw new IllegalArgumentException("must be positive");
        }
        return value;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static String digest(String text) {
        if (!DIGEST.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a SHA-256 digest in hexadecimal");
        }
        return text;
    }

    private static void putIfPresent(Map<String, String> headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.put(name, value.toString());
        }
    }
}
