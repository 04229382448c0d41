package io.hutong.messaging.inbox;

import io.hutong.events.DomainEvent;
import io.hutong.events.EventTypes;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventCodec;
import io.hutong.messaging.NotACloudEvent;
import io.hutong.messaging.UnknownEventType;
import io.hutong.messaging.UnreadableEvent;
import io.hutong.messaging.outbox.EventDigest;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads headers, and the body of what is wanted here; nothing here touches the database. */
final class Intake {
    private final EventCodec codec;
    private final String source;
    private final Predicate<String> wants;

    /** @param wants which types of the contract are read */
    Intake(EventCodec codec, String source, Predicate<String> wants) {
        this.codec = codec;
        this.source = source;
        this.wants = wants;
    }

    /**
     * Decodes one event, unless nobody here wants it.
     *
     * @throws NotACloudEvent when its stream cannot be told
     */
    Incoming read(Map<String, String> headers, byte @Nullable [] body, Incoming.Origin origin) {
        Envelope envelope = codec.envelope(headers);
        if (!envelope.source().equals(source)) {
            throw new NotACloudEvent("ce_source is not that of the topic");
        }
        if (body == null) {
            throw new NotACloudEvent("there is no body");
        }
        byte[] digest = EventDigest.of(headers, body);
        if (!isWanted(envelope.type())) {
            return new Incoming(envelope, headers, body, digest, origin, false, null, null);
        }
        DomainEvent event = null;
        Incoming.Verdict verdict = null;
        try {
            event = codec.decode(envelope, body);
        } catch (UnreadableEvent e) {
            verdict = new Incoming.Verdict(ParkCause.UNREADABLE, String.valueOf(e.getMessage()));
        } catch (UnknownEventType e) {
            // A later contract knows it: passed without effect, and noted.
        }
        return new Incoming(envelope, headers, body, digest, origin, true, event, verdict);
    }

    /** What only a later contract knows is noted, so that it can be found when that contract is here. */
    private boolean isWanted(String type) {
        return EventTypes.classOf(type).isEmpty() || wants.test(type);
    }
}
