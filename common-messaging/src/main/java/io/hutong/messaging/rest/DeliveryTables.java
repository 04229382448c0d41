package io.hutong.messaging.rest;

import io.hutong.identity.BizId;
import io.hutong.messaging.Sql;
import io.hutong.messaging.outbox.Lanes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Counts and lists for operators, metrics and probes. */
@Singleton
public class DeliveryTables {
    private static final String AGE = "timestampdiff(microsecond, %s, utc_timestamp(6)) / 1000000.0";

    private final DataSource dataSource;

    DeliveryTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Number and longest wait, in seconds. */
    public record Backlog(long count, double oldestSeconds) {}

    /** A way to read one row. */
    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Events not yet acknowledged by the broker. */
    public Backlog pending() {
        String sql = "select (select count(*) from event_pending), (select " + AGE.formatted("l.recorded_at")
                + " from event_log l where l.position = (select min(position) from event_pending))";
        return one(sql, row -> new Backlog(row.getLong(1), row.getDouble(2)));
    }

    /** Streams of a source that do not go on. */
    public Backlog parked(String source) {
        String sql = "select count(*), coalesce(max(" + AGE.formatted("since") + "), 0) from parked_stream"
                + " where source = ?";
        return one(sql, row -> new Backlog(row.getLong(1), row.getDouble(2)), source);
    }

    /** Those among them that wait for a premise. */
    public Backlog awaiting(String source) {
        String sql = "select count(*), coalesce(max(" + AGE.formatted("since") + "), 0) from parked_stream"
                + " where source = ? and cause = 'AWAITING_PREMISE'";
        return one(sql, row -> new Backlog(row.getLong(1), row.getDouble(2)), source);
    }

    List<DeliveryState.Lane> lanes() {
        String sql = "select r.lane, r.owner, count(p.position), coalesce(" + AGE.formatted("min(l.recorded_at)")
                + ", 0) from relay_lane r left join event_pending p on p.lane = r.lane"
                + " left join event_log l on l.position = p.position where r.lane < " + Lanes.EVENTS
                + " group by r.lane, r.owner order by r.lane";
        return list(
                sql, row -> new DeliveryState.Lane(row.getInt(1), row.getString(2), row.getLong(3), row.getDouble(4)));
    }

    List<DeliveryState.Parked> parked(String inbox, String source, int limit) {
        String sql = "select s.biz_id, s.cause, s.message, s.attempts, s.since, s.last_attempt_at,"
                + " (select count(*) from parked_event e where e.source = s.source and e.biz_id = s.biz_id),"
                + " h.id, h.type, h.version from parked_stream s left join parked_event h on h.seq ="
                + " (select f.seq from parked_event f where f.source = s.source and f.biz_id = s.biz_id"
                + " order by f.epoch, f.version, f.seq limit 1) where s.source = ? order by s.since limit ?";
        return list(
                sql,
                row -> new DeliveryState.Parked(
                        inbox,
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        instant(row, 5),
                        instant(row, 6),
                        row.getLong(7),
                        row.getString(8),
                        row.getString(9),
                        row.getLong(10)),
                source,
                limit);
    }

    List<DeliveryState.Queued> line(String source, BizId bizId, int limit) {
        String sql = "select id, type, epoch, version, topic, kafka_partition, kafka_offset, parked_at"
                + " from parked_event where source = ? and biz_id = ? order by epoch, version, seq limit ?";
        return list(
                sql,
                row -> new DeliveryState.Queued(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getLong(7),
                        instant(row, 8)),
                source,
                bizId.value(),
                limit);
    }

    List<DeliveryState.Skipped> skipped(String inbox, String source, int limit) {
        String sql = "select biz_id, id, type, epoch, version, cause, reason, skipped_by, skipped_at from skipped_event"
                + " where source = ? order by seq desc limit ?";
        return list(
                sql,
                row -> new DeliveryState.Skipped(
                        inbox,
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        instant(row, 9)),
                source,
                limit);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time.toInstant(ZoneOffset.UTC);
    }

    private <T> T one(String sql, Row<T> row, Object... values) {
        return list(sql, row, values).get(0);
    }

    private <T> List<T> list(String sql, Row<T> row, Object... values) {
        return Sql.call(dataSource, "read the state of delivery", connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    query.setObject(i + 1, values[i]);
                }
                List<T> found = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.add(row.read(rows));
                    }
                }
                return found;
            }
        });
    }
}
