package io.hutong.messaging.outbox;

import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.HeadersJson;
import io.hutong.messaging.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/** Writes {@code event_log} and {@code event_pending}: the memory, and what is still to be sent. */
@Singleton
final class EventLogTable {
    private static final String LOG = "insert into event_log(id, biz_id, epoch, version, type, source, aggregatetype,"
            + " aggregateid, lane, occurred_at, effective_at, headers, payload, sha256, prev_digest, digest, traceparent,"
            + " recorded_at) values (?,?,?,?,?,?,?,?,?,?,?,?,from_base64(?),?,?,?,?,utc_timestamp(6))";
    private static final String PENDING = "insert into event_pending(position, lane) values (?,?)";

    private final DataSource dataSource;

    EventLogTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void write(List<LogEntry> entries) {
        Sql.call(dataSource, "write events", connection -> {
            try (PreparedStatement log = connection.prepareStatement(LOG, PreparedStatement.RETURN_GENERATED_KEYS)) {
                for (LogEntry entry : entries) {
                    bind(log, entry);
                    log.addBatch();
                }
                log.executeBatch();
                queue(connection, log, entries);
            }
            return entries;
        });
    }

    private static void queue(Connection connection, PreparedStatement log, List<LogEntry> entries)
            throws SQLException {
        try (ResultSet positions = log.getGeneratedKeys();
                PreparedStatement pending = connection.prepareStatement(PENDING)) {
            for (LogEntry entry : entries) {
                if (!positions.next()) {
                    throw new SQLException("the database named too few positions");
                }
                pending.setLong(1, positions.getLong(1));
                pending.setInt(2, Lanes.of(entry.envelope().subject()));
                pending.addBatch();
            }
            pending.executeBatch();
        }
    }

    private static void bind(PreparedStatement log, LogEntry entry) throws SQLException {
        Envelope envelope = entry.envelope();
        EventContext context = envelope.context();
        String bizId = envelope.subject().value();
        log.setString(1, envelope.id().value());
        log.setString(2, bizId);
        log.setInt(3, envelope.position().epoch());
        log.setLong(4, envelope.position().version());
        log.setString(5, envelope.type());
        log.setString(6, envelope.source());
        log.setString(7, envelope.source().substring(1));
        log.setString(8, bizId);
        log.setInt(9, Lanes.of(envelope.subject()));
        log.setObject(10, LocalDateTime.ofInstant(context.occurredAt(), ZoneOffset.UTC));
        log.setObject(11, context.effectiveAt());
        log.setString(12, HeadersJson.write(entry.encoded().headers()));
        log.setString(13, Sql.base64(entry.encoded().body()));
        log.setBytes(14, EventDigest.sha256(entry.encoded().body()));
        bindPredecessor(log, envelope);
        log.setBytes(16, entry.digest());
        log.setString(17, envelope.traceParent());
    }

    private static void bindPredecessor(PreparedStatement log, Envelope envelope) throws SQLException {
        String previous = envelope.prevDigest();
        if (previous == null) {
            log.setNull(15, Types.BINARY);
        } else {
            log.setBytes(15, HexFormat.of().parseHex(previous));
        }
    }
}
