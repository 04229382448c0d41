package io.hutong.messaging.inbox;

import io.hutong.identity.BizId;
import io.hutong.messaging.Position;
import io.hutong.messaging.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The table {@code inbox} of one source: how far each stream was taken. Bounded by the number of businesses. */
final class PositionTable {
    private final DataSource dataSource;
    private final String source;

    PositionTable(DataSource dataSource, String source) {
        this.dataSource = dataSource;
        this.source = source;
    }

    /** Locks the rows in sorted order, making the missing ones. */
    Map<BizId, Known> lock(SortedSet<BizId> businesses) {
        return Sql.call(dataSource, "lock positions", connection -> {
            SortedSet<BizId> missing = new TreeSet<>(businesses);
            missing.removeAll(select(connection, businesses, "").keySet());
            if (!missing.isEmpty()) {
                insert(connection, missing);
            }
            return select(connection, businesses, " for update");
        });
    }

    /** Reads without a lock; a stream never seen is absent. */
    Map<BizId, Known> read(SortedSet<BizId> businesses) {
        return Sql.call(dataSource, "read positions", connection -> select(connection, businesses, ""));
    }

    void save(Map<BizId, Known> positions) {
        String sql = "insert into inbox(source, biz_id, epoch, version, last_id, last_digest) values (?,?,?,?,?,?)"
                + " on duplicate key update epoch = values(epoch), version = values(version),"
                + " last_id = values(last_id), last_digest = values(last_digest)";
        Sql.call(dataSource, "store positions", connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (BizId bizId : new TreeSet<>(positions.keySet())) {
                    bind(update, bizId, positions.getOrDefault(bizId, NONE));
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }

    static final Known NONE = new Known(new Position(0, 0), null, null);

    private void bind(PreparedStatement update, BizId bizId, Known known) throws SQLException {
        update.setString(1, source);
        update.setString(2, bizId.value());
        update.setInt(3, known.position().epoch());
        update.setLong(4, known.position().version());
        update.setString(5, known.lastId());
        update.setBytes(6, known.lastDigest());
    }

    private Map<BizId, Known> select(Connection connection, Collection<BizId> businesses, String lock)
            throws SQLException {
        String sql = "select biz_id, epoch, version, last_id, last_digest from inbox force index (primary)"
                + " where source = ? and biz_id in (" + Sql.marks(businesses.size()) + ") order by biz_id" + lock;
        List<BizId> values = new ArrayList<>(businesses);
        Map<BizId, Known> positions = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, source);
            for (int i = 0; i < Sql.rounded(values.size()); i++) {
                query.setString(
                        i + 2, values.get(Math.min(i, values.size() - 1)).value());
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Position position = new Position(rows.getInt(2), rows.getLong(3));
                    positions.put(
                            BizId.of(rows.getString(1)), new Known(position, rows.getString(4), rows.getBytes(5)));
                }
            }
        }
        return positions;
    }

    private void insert(Connection connection, SortedSet<BizId> missing) throws SQLException {
        // Not "insert ignore": that takes a shared lock on a row made meanwhile, and two of them deadlock.
        String sql = "insert into inbox(source, biz_id, epoch, version) values (?,?,0,0)"
                + " on duplicate key update version = version";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (BizId bizId : missing) {
                insert.setString(1, source);
                insert.setString(2, bizId.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
