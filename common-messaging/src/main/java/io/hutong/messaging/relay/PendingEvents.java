package io.hutong.messaging.relay;

import io.hutong.identity.EventId;
import io.hutong.messaging.Sql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What the lanes of one owner still have to send. Each read and each delete is checked against the lease. */
final class PendingEvents {
    private static final String READ = "select p.position, p.lane, r.fencing, l.id, l.biz_id, l.headers,"
            + " l.payload, l.traceparent from event_pending p force index (primary)"
            + " straight_join relay_lane r on r.lane = p.lane straight_join event_log l on l.position = p.position"
            + " where r.owner = ? and r.until_at > utc_timestamp(6) order by p.position limit ?";

    private final DataSource dataSource;
    private final String owner;
    private final SentNotice notice;

    PendingEvents(DataSource dataSource, String owner, SentNotice notice) {
        this.dataSource = dataSource;
        this.owner = owner;
        this.notice = notice;
    }

    List<PendingEvent> read(int limit) {
        return Sql.call(dataSource, "read pending events", connection -> {
            try (PreparedStatement query = connection.prepareStatement(READ)) {
                query.setString(1, owner);
                query.setInt(2, limit);
                return rows(query);
            }
        });
    }

    /** Forgets acknowledged events, in the lanes that are still held under the same fencing number. */
    void delete(List<PendingEvent> sent) {
        if (!sent.isEmpty()) {
            notice.andForget(sent, () -> forget(sent));
        }
    }

    private void forget(List<PendingEvent> sent) {
        SortedMap<Integer, Long> lanes = new TreeMap<>();
        sent.forEach(event -> lanes.put(event.lane(), event.fencing()));
        String sql = "delete p from event_pending p join relay_lane r on r.lane = p.lane where p.position in ("
                + Sql.marks(sent.size()) + ") and r.owner = ? and (r.lane, r.fencing) in (" + pairs(lanes.size()) + ")";
        Sql.call(dataSource, "delete sent events", connection -> {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                bind(delete, sent, lanes);
                return delete.executeUpdate();
            }
        });
    }

    private void bind(PreparedStatement delete, List<PendingEvent> sent, SortedMap<Integer, Long> lanes)
            throws SQLException {
        int mark = 1;
        for (int i = 0; i < Sql.rounded(sent.size()); i++) {
            delete.setLong(mark++, sent.get(Math.min(i, sent.size() - 1)).position());
        }
        delete.setString(mark++, owner);
        List<Integer> numbers = new ArrayList<>(lanes.keySet());
        for (int i = 0; i < Sql.rounded(numbers.size()); i++) {
            int lane = numbers.get(Math.min(i, numbers.size() - 1));
            delete.setInt(mark++, lane);
            delete.setLong(mark++, lanes.getOrDefault(lane, -1L));
        }
    }

    private static String pairs(int count) {
        return Sql.marks(count).replace("?", "(?,?)");
    }

    private static List<PendingEvent> rows(PreparedStatement query) throws SQLException {
        List<PendingEvent> events = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                events.add(new PendingEvent(
                        rows.getLong(1),
                        rows.getInt(2),
                        rows.getLong(3),
                        EventId.of(rows.getString(4)),
                        rows.getString(5),
                        rows.getString(6),
                        rows.getBytes(7),
                        rows.getString(8)));
            }
        }
        return events;
    }
}
