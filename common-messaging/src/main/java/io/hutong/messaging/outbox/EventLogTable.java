package io.hutong.messaging.outbox;

import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.HeadersJson;
import io.hutong.messaging.ManyRows;
import io.hutong.messaging.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;

/** Writes {@code event_log} and {@code event_pending}: the memory, and what is still to be sent. */
@Singleton
final class EventLogTable {
    private static final ManyRows LOG = ManyRows.of(
            "insert into event_log(id, biz_id, epoch, version, type, source, aggregatetype, aggregateid, lane, occurred_at,"
                    + " effective_at, headers, payload, sha256, prev_digest, digest, traceparent, recorded_at) values",
            "(?,?,?,?,?,?,?,?,?,?,?,?,from_base64(?),?,?,?,?,utc_timestamp(6))");
    private static final ManyRows PENDING = ManyRows.of("insert into event_pending(position, lane) values", "(?,?)");
    private static final int STATEMENT_BYTES = 4 * 1024 * 1024;

    private final DataSource dataSource;

    EventLogTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void write(List<LogEntry> entries) {
        Sql.call(dataSource, "write events", connection -> {
            for (List<LogEntry> part : parts(entries, EventLogTable::bytes)) {
                write(connection, part);
            }
            return entries;
        });
    }

    private static void write(Connection connection, List<LogEntry> entries) throws SQLException {
        List<Long> positions = LOG.write(connection, entries, EventLogTable::bind);
        if (positions.size() != entries.size()) {
            throw new SQLException("the database named " + positions.size() + " positions for " + entries.size());
        }
        Iterator<Long> position = positions.iterator();
        PENDING.write(connection, entries, (pending, first, entry) -> {
            pending.setLong(first, position.next());
            pending.setInt(first + 1, Lanes.of(entry.envelope().subject()));
        });
    }

    private static int bytes(LogEntry entry) {
        return entry.encoded().body().length;
    }

    /** Each part well below what a server takes in one statement; an event larger than that stands alone. */
    static <T> List<List<T>> parts(List<T> entries, ToIntFunction<T> size) {
        List<List<T>> parts = new ArrayList<>();
        int from = 0;
        long bytes = 0;
        for (int i = 0; i < entries.size(); i++) {
            int more = size.applyAsInt(entries.get(i));
            if (i > from && bytes + more > STATEMENT_BYTES) {
                parts.add(entries.subList(from, i));
                from = i;
                bytes = 0;
            }
            bytes += more;
        }
        parts.add(entries.subList(from, entries.size()));
        return parts;
    }

    private static void bind(PreparedStatement log, int first, LogEntry entry) throws SQLException {
        Envelope envelope = entry.envelope();
        EventContext context = envelope.context();
        String bizId = envelope.subject().value();
        log.setString(first, envelope.id().value());
        log.setString(first + 1, bizId);
        log.setInt(first + 2, envelope.position().epoch());
        log.setLong(first + 3, envelope.position().version());
        log.setString(first + 4, envelope.type());
        log.setString(first + 5, envelope.source());
        log.setString(first + 6, envelope.source().substring(1));
        log.setString(first + 7, bizId);
        log.setInt(first + 8, Lanes.of(envelope.subject()));
        log.setObject(first + 9, LocalDateTime.ofInstant(context.occurredAt(), ZoneOffset.UTC));
        log.setObject(first + 10, context.effectiveAt());
        log.setString(first + 11, HeadersJson.write(entry.encoded().headers()));
        log.setString(first + 12, Sql.base64(entry.encoded().body()));
        log.setBytes(first + 13, EventDigest.sha256(entry.encoded().body()));
        bindPredecessor(log, first + 14, envelope);
        log.setBytes(first + 15, entry.digest());
        log.setString(first + 16, envelope.traceParent());
    }

    private static void bindPredecessor(PreparedStatement log, int at, Envelope envelope) throws SQLException {
        String previous = envelope.prevDigest();
        if (previous == null) {
            log.setNull(at, Types.BINARY);
        } else {
            log.setBytes(at, HexFormat.of().parseHex(previous));
        }
    }
}
