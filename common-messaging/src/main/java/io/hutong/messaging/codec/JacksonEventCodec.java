package io.hutong.messaging.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.events.DomainEvent;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventCodec;
import io.hutong.messaging.NotACloudEvent;
import io.hutong.messaging.UnknownEventType;
import io.hutong.messaging.UnreadableEvent;
import io.hutong.messaging.UnsendableEvent;
import io.hutong.messaging.sealing.FieldSealer;
import io.hutong.messaging.sealing.KeyUnsealer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codec of the contract: Jackson for the body, the published schemas as the last word on what fits. */
public final class JacksonEventCodec implements EventCodec {
    /** Largest body in bytes. */
    public static final int MAX_BYTES = 256 * 1024;

    private final EventTypes types = new EventTypes();
    private final EventSchemas schemas = new EventSchemas(types.names());
    private final EventJson json = new EventJson();
    private final FieldSealer sealer;

    public JacksonEventCodec(FieldSealer sealer) {
        this.sealer = sealer;
    }

    /** Reads what is inside sealed fields. */
    public static KeyUnsealer.ClearJson clearJson() {
        return new EventJson();
    }

    @Override
    public String typeOf(DomainEvent event) {
        return EventTypes.nameOf(event.getClass());
    }

    @Override
    public URI dataSchemaOf(String type) {
        return EventSchemas.uriOf(type);
    }

    @Override
    public Encoded encode(Envelope envelope, DomainEvent event) {
        if (!typeOf(event).equals(envelope.type())) {
            throw new IllegalArgumentException("envelope and event are of different types");
        }
        byte[] body = write(envelope, event);
        if (body.length > MAX_BYTES) {
            throw new UnsendableEvent("an event of " + body.length + " bytes exceeds the limit of " + MAX_BYTES);
        }
        List<String> violations = schemas.violations(envelope.type(), tree(body));
        if (!violations.isEmpty()) {
            throw new UnsendableEvent(envelope.type() + " breaks its schema at " + violations);
        }
        return new Encoded(CloudEventHeaders.write(envelope), body);
    }

    @Override
    public Envelope envelope(Map<String, String> headers) throws NotACloudEvent {
        return CloudEventHeaders.read(headers);
    }

    @Override
    public DomainEvent decode(Envelope envelope, byte[] body) {
        Class<? extends DomainEvent> type = types.find(envelope.type())
                .orElseThrow(() -> new UnknownEventType("unknown event type " + envelope.type()));
        if (body.length > MAX_BYTES) {
            throw new UnreadableEvent("a body of " + body.length + " bytes exceeds the limit of " + MAX_BYTES);
        }
        try {
            @Nullable
            DomainEvent event = json.events
                    .readerFor(type)
                    .withAttribute(SealedJson.EVENT_ID, envelope.id())
                    .readValue(body);
            if (event == null) {
                throw new UnreadableEvent(envelope.type() + " is null");
            }
            List<String> violations = schemas.violations(envelope.type(), json.events.readTree(body));
            if (!violations.isEmpty()) {
                throw new UnreadableEvent(envelope.type() + " does not fit its schema at " + violations);
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent(envelope.type() + " does not fit at " + EventJson.describe(e));
        } catch (IOException e) {
            throw new UnreadableEvent(envelope.type() + " cannot be read");
        }
    }

    private byte[] write(Envelope envelope, DomainEvent event) {
        try {
            return json.events
                    .writerFor(event.getClass())
                    .withAttribute(SealedJson.EVENT_ID, envelope.id())
                    .withAttribute(SealedJson.SEALER, sealer)
                    .writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure; // of the keys' database, say: no fault of the event
            }
            throw new UnsendableEvent(envelope.type() + " cannot be written: " + e.getOriginalMessage());
        }
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.events.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException("the codec wrote no JSON", e);
        }
    }
}
