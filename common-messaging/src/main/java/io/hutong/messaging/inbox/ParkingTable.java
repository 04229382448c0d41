package io.hutong.messaging.inbox;

import io.hutong.identity.BizId;
import io.hutong.messaging.HeadersJson;
import io.hutong.messaging.Position;
import io.hutong.messaging.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import javax.sql.DataSource;

/** The tables {@code parked_stream} and {@code parked_event} of one source: streams that stopped, and their lines. */
final class ParkingTable {
    private final DataSource dataSource;
    private final String source;

    ParkingTable(DataSource dataSource, String source) {
        this.dataSource = dataSource;
        this.source = source;
    }

    /** An event in the line, as it arrived. */
    record Stored(String headers, byte[] body, Incoming.Origin origin) {}

    /** Those of the businesses whose streams are parked. Their inbox rows are locked, so this one needs no lock. */
    Set<BizId> parkedAmong(SortedSet<BizId> businesses) {
        String sql = "select biz_id from parked_stream where source = ? and biz_id in (" + Sql.marks(businesses.size())
                + ")";
        List<BizId> values = new ArrayList<>(businesses);
        return Sql.call(dataSource, "look for parked streams", connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, source);
                for (int i = 0; i < Sql.rounded(values.size()); i++) {
                    query.setString(
                            i + 2, values.get(Math.min(i, values.size() - 1)).value());
                }
                return new HashSet<>(businesses(query));
            }
        });
    }

    /** Marks the stream as stopped by this event, or counts one more attempt in vain, and stores the event. */
    void park(Incoming incoming, Incoming.Verdict verdict) {
        String sql = "insert into parked_stream(source, biz_id, cause, message, attempts, since, last_attempt_at)"
                + " values (?,?,?,?,1,utc_timestamp(6),utc_timestamp(6)) on duplicate key update cause = values(cause),"
                + " message = values(message), attempts = attempts + 1, last_attempt_at = utc_timestamp(6)";
        Sql.call(dataSource, "park a stream", connection -> {
            return update(
                    connection,
                    sql,
                    source,
                    incoming.bizId().value(),
                    verdict.cause().name(),
                    shortened(verdict.message(), 1000));
        });
        queue(List.of(incoming));
    }

    void queue(List<Incoming> line) {
        String sql = "insert ignore into parked_event(source, biz_id, epoch, version, id, type, topic,"
                + " kafka_partition, kafka_offset, headers, body, parked_at)"
                + " values (?,?,?,?,?,?,?,?,?,?,?,utc_timestamp(6))";
        Sql.call(dataSource, "store parked events", connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (Incoming incoming : line) {
                    bind(insert, incoming);
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** The first of the line, in the order of their positions. */
    List<Stored> line(BizId bizId, int limit) {
        String sql = "select headers, body, topic, kafka_partition, kafka_offset from parked_event"
                + " where source = ? and biz_id = ? order by epoch, version, seq limit ?";
        return Sql.call(dataSource, "read parked events", connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, source);
                query.setString(2, bizId.value());
                query.setInt(3, limit);
                return stored(query);
            }
        });
    }

    /** The latest place in the line of a stream, up to a given one; that of nothing when there is none. */
    Position newestInLine(BizId bizId, Position upTo) {
        String sql = "select epoch, version from parked_event where source = ? and biz_id = ?"
                + " and (epoch < ? or epoch = ? and version <= ?) order by epoch desc, version desc limit 1";
        return Sql.call(dataSource, "look at the end of a line", connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, source);
                query.setString(2, bizId.value());
                query.setInt(3, upTo.epoch());
                query.setInt(4, upTo.epoch());
                query.setLong(5, upTo.version());
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? new Position(row.getInt(1), row.getLong(2)) : PositionTable.NONE.position();
                }
            }
        });
    }

    /** Takes events out of the line. */
    void remove(List<Incoming> taken) {
        String sql =
                "delete from parked_event where source = ? and biz_id = ? and epoch = ? and version = ? and id = ?";
        Sql.call(dataSource, "release parked events", connection -> {
            for (Incoming incoming : taken) {
                update(
                        connection,
                        sql,
                        source,
                        incoming.bizId().value(),
                        incoming.position().epoch(),
                        incoming.position().version(),
                        incoming.envelope().id().value());
            }
            return taken.size();
        });
    }

    /** Frees the stream if nothing is in its line; its inbox row is locked. */
    boolean freeIfEmpty(BizId bizId) {
        String sql = "delete from parked_stream where source = ? and biz_id = ? and not exists"
                + " (select 1 from parked_event e where e.source = ? and e.biz_id = ?)";
        return Sql.call(
                dataSource,
                "free a stream",
                connection -> update(connection, sql, source, bizId.value(), source, bizId.value()) > 0);
    }

    Optional<ParkCause> cause(BizId bizId) {
        String sql = "select cause from parked_stream where source = ? and biz_id = ?";
        return Sql.call(dataSource, "read a parked stream", connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, source);
                query.setString(2, bizId.value());
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(ParkCause.valueOf(row.getString(1))) : Optional.empty();
                }
            }
        });
    }

    /** Streams that wait for a premise: all, or those whose next attempt is due; tried longest ago first. */
    List<BizId> waitingForPremise(boolean all, int limit) {
        String due = all
                ? ""
                : " and timestampdiff(microsecond, last_attempt_at, utc_timestamp(6))"
                        + " > least(5000000, 50000 * pow(2, least(attempts, 10)))";
        String sql = "select biz_id from parked_stream where source = ? and cause = ?" + due
                + " order by last_attempt_at limit ?";
        return Sql.call(dataSource, "list parked streams", connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, source);
                query.setString(2, ParkCause.AWAITING_PREMISE.name());
                query.setInt(3, limit);
                return businesses(query);
            }
        });
    }

    private void bind(PreparedStatement insert, Incoming incoming) throws SQLException {
        insert.setString(1, source);
        insert.setString(2, incoming.bizId().value());
        insert.setInt(3, incoming.position().epoch());
        insert.setLong(4, incoming.position().version());
        insert.setString(5, incoming.envelope().id().value());
        insert.setString(6, shortened(incoming.envelope().type(), 200));
        insert.setString(7, incoming.origin().topic());
        insert.setInt(8, incoming.origin().partition());
        insert.setLong(9, incoming.origin().offset());
        insert.setString(10, HeadersJson.write(incoming.headers()));
        insert.setBytes(11, incoming.body());
    }

    private static List<Stored> stored(PreparedStatement query) throws SQLException {
        List<Stored> line = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                Incoming.Origin origin = new Incoming.Origin(rows.getString(3), rows.getInt(4), rows.getLong(5));
                line.add(new Stored(rows.getString(1), rows.getBytes(2), origin));
            }
        }
        return line;
    }

    private static List<BizId> businesses(PreparedStatement query) throws SQLException {
        List<BizId> businesses = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                businesses.add(BizId.of(rows.getString(1)));
            }
        }
        return businesses;
    }

    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
