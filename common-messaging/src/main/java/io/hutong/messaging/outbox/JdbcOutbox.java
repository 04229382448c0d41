package io.hutong.messaging.outbox;

import io.hutong.events.DomainEvent;
import io.hutong.identity.BizId;
import io.hutong.identity.EventId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventCodec;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.Position;
import io.hutong.messaging.UuidV7;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The outbox in the service's own database, by plain JDBC on the connection of the caller's transaction. */
@Singleton
public final class JdbcOutbox implements Outbox {
    private final String source;
    private final StreamTable streams;
    private final EventLogTable log;
    private final EventCodec codec;
    private final UuidV7 uuids;
    private final TransactionSynchronizationRegistry transactions;
    private final CommitSignal signal;
    private volatile int epoch;

    JdbcOutbox(
            MessagingConfig config,
            StreamTable streams,
            EventLogTable log,
            EventCodec codec,
            UuidV7 uuids,
            TransactionSynchronizationRegistry transactions,
            CommitSignal signal) {
        this.source = "/" + config.service();
        this.streams = streams;
        this.log = log;
        this.codec = codec;
        this.uuids = uuids;
        this.transactions = transactions;
        this.signal = signal;
    }

    @Override
    public Stream lock(BizId bizId) {
        OpenStreams open = open();
        open.lock(List.of(bizId));
        return open.get(bizId);
    }

    @Override
    public void lockAll(Collection<BizId> businesses) {
        open().lock(businesses);
    }

    Map<BizId, StreamTip> lockRows(SortedSet<BizId> businesses) {
        return streams.lock(businesses, epoch());
    }

    /** Raised by a restore only, which happens while the service is down. */
    int epoch() {
        if (epoch == 0) {
            epoch = streams.currentEpoch();
        }
        return epoch;
    }

    Envelope envelope(OpenStream stream, Position position, DomainEvent event, EventContext context) {
        String type = codec.typeOf(event);
        return new Envelope(
                new EventId(uuids.next()),
                source,
                type,
                stream.bizId(),
                codec.dataSchemaOf(type),
                position,
                EventDigest.hex(stream.tip().digest()),
                context,
                traceParent());
    }

    EventCodec.Encoded encode(Envelope envelope, DomainEvent event) {
        return codec.encode(envelope, event);
    }

    void write(List<LogEntry> entries, Map<BizId, StreamTip> tips) {
        log.write(entries);
        streams.advance(tips);
    }

    void committed() {
        signal.committed();
    }

    private OpenStreams open() {
        if (transactions.getResource(OpenStreams.class) instanceof OpenStreams open) {
            return open;
        }
        OpenStreams open = new OpenStreams(this);
        transactions.putResource(OpenStreams.class, open);
        transactions.registerInterposedSynchronization(open);
        return open;
    }

    private static @Nullable String traceParent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
