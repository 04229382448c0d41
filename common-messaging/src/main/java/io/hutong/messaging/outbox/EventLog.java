package io.hutong.messaging.outbox;

import io.hutong.identity.BizId;
import io.hutong.messaging.HeadersJson;
import io.hutong.messaging.Position;
import io.hutong.messaging.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The reading side of the log: refill, heads. */
@Singleton
public final class EventLog {
    private static final int PAGE = 200;
    private static final long PAGE_BYTES = 4 << 20;

    private final DataSource dataSource;

    EventLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Events of a stream with versions from…to, as many as fit a page; the reader asks again for the rest. */
    public StreamPage stream(BizId bizId, long from, long to) {
        return Sql.call(
                dataSource,
                "read a stream",
                connection -> new StreamPage(head(connection, bizId), events(connection, bizId, from, to)));
    }

    /** Everything stated after a position. */
    public HeadsPage heads(long after, int limit) {
        String sql = "select position, biz_id, epoch, version,"
                + " timestampdiff(microsecond, recorded_at, utc_timestamp(6)) from event_log where position > ?"
                + " order by position limit ?";
        return Sql.call(dataSource, "read heads", connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setLong(1, after);
                query.setInt(2, limit);
                List<HeadsPage.Head> heads = heads(query);
                return new HeadsPage(
                        heads,
                        heads.isEmpty() ? after : heads.get(heads.size() - 1).position(),
                        end(connection));
            }
        });
    }

    private static long end(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select coalesce(max(position), 0) from event_log");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<HeadsPage.Head> heads(PreparedStatement query) throws SQLException {
        List<HeadsPage.Head> heads = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                heads.add(new HeadsPage.Head(
                        rows.getLong(1), rows.getString(2), rows.getInt(3), rows.getLong(4), rows.getLong(5) / 1_000));
            }
        }
        return heads;
    }

    private static Position head(Connection connection, BizId bizId) throws SQLException {
        String sql = "select epoch, last_version from stream where biz_id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, bizId.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? new Position(row.getInt(1), row.getLong(2)) : new Position(0, 0);
            }
        }
    }

    private static List<StreamPage.Event> events(Connection connection, BizId bizId, long from, long to)
            throws SQLException {
        String sql = "select position, headers, payload, traceparent from event_log where biz_id = ?"
                + " and version between ? and ? order by epoch, version limit ?";
        List<StreamPage.Event> events = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, bizId.value());
            query.setLong(2, from);
            query.setLong(3, to);
            query.setInt(4, PAGE);
            try (ResultSet rows = query.executeQuery()) {
                long bytes = 0;
                while (bytes < PAGE_BYTES && rows.next()) {
                    byte[] body = rows.getBytes(3);
                    bytes += body.length;
                    events.add(new StreamPage.Event(rows.getLong(1), headers(rows), body));
                }
            }
        }
        return events;
    }

    private static Map<String, String> headers(ResultSet rows) throws SQLException {
        Map<String, String> headers = HeadersJson.read(rows.getString(2));
        String traceParent = rows.getString(4);
        if (traceParent != null) {
            headers.put("traceparent", traceParent);
        }
        return headers;
    }
}
