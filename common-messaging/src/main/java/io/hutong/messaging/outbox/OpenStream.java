package io.hutong.messaging.outbox;

import io.hutong.events.DomainEvent;
import io.hutong.identity.BizId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventCodec;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.Position;

/** One locked stream within its transaction. */
final class OpenStream implements Outbox.Stream {
    private final BizId bizId;
    private final OpenStreams transaction;
    private final JdbcOutbox outbox;
    private StreamTip tip;

    OpenStream(BizId bizId, StreamTip tip, OpenStreams transaction, JdbcOutbox outbox) {
        this.bizId = bizId;
        this.tip = tip;
        this.transaction = transaction;
        this.outbox = outbox;
    }

    @Override
    public BizId bizId() {
        return bizId;
    }

    @Override
    public Position position() {
        return tip.position();
    }

    StreamTip tip() {
        return tip;
    }

    @Override
    public Envelope append(DomainEvent event, EventContext context) {
        Position next = new Position(outbox.epoch(), tip.position().version() + 1);
        Envelope envelope = outbox.envelope(this, next, event, context);
        EventCodec.Encoded encoded = outbox.encode(envelope, event);
        byte[] digest = EventDigest.of(encoded.headers(), encoded.body());
        transaction.add(new LogEntry(envelope, encoded, digest));
        tip = new StreamTip(next, digest);
        return envelope;
    }
}
