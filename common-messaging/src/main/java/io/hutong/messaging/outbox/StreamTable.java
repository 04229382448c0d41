package io.hutong.messaging.outbox;

import io.hutong.identity.BizId;
import io.hutong.messaging.Position;
import io.hutong.messaging.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The table {@code stream}: one row per business, the mutex of all its changes. */
@Singleton
final class StreamTable {
    private final DataSource dataSource;

    StreamTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    int currentEpoch() {
        return Sql.call(dataSource, "read the epoch", connection -> {
            try (PreparedStatement query = connection.prepareStatement("select max(epoch) from source_epoch");
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    /** Locks the rows in the order of the businesses, making the missing ones. */
    Map<BizId, StreamTip> lock(SortedSet<BizId> businesses, int epoch) {
        return Sql.call(dataSource, "lock streams", connection -> {
            Map<BizId, StreamTip> tips = select(connection, businesses);
            SortedSet<BizId> missing = new TreeSet<>(businesses);
            missing.removeAll(tips.keySet());
            if (!missing.isEmpty()) {
                insert(connection, missing, epoch);
                tips.putAll(select(connection, missing));
            }
            return tips;
        });
    }

    void advance(Map<BizId, StreamTip> tips) {
        String sql = "insert into stream(biz_id, epoch, last_version, last_digest) values (?,?,?,?) on duplicate key"
                + " update epoch = values(epoch), last_version = values(last_version), last_digest = values(last_digest)";
        Sql.call(dataSource, "advance streams", connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (Map.Entry<BizId, StreamTip> entry : tips.entrySet()) {
                    StreamTip tip = entry.getValue();
                    update.setString(1, entry.getKey().value());
                    update.setInt(2, tip.position().epoch());
                    update.setLong(3, tip.position().version());
                    update.setBytes(4, tip.digest());
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }

    private static Map<BizId, StreamTip> select(Connection connection, SortedSet<BizId> businesses)
            throws SQLException {
        String sql =
                "select biz_id, epoch, last_version, last_digest from stream force index (primary) where biz_id in ("
                        + Sql.marks(businesses.size()) + ") order by biz_id for update";
        Map<BizId, StreamTip> tips = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, businesses);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Position position = new Position(rows.getInt(2), rows.getLong(3));
                    tips.put(BizId.of(rows.getString(1)), new StreamTip(position, rows.getBytes(4)));
                }
            }
        }
        return tips;
    }

    private static void insert(Connection connection, SortedSet<BizId> missing, int epoch) throws SQLException {
        // Not "insert ignore": that takes a shared lock on a row made meanwhile, and two of them deadlock.
        String sql = "insert into stream(biz_id, epoch, last_version) values (?,?,0)"
                + " on duplicate key update last_version = last_version";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (BizId bizId : missing) {
                insert.setString(1, bizId.value());
                insert.setInt(2, epoch);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement query, SortedSet<BizId> businesses) throws SQLException {
        List<BizId> values = new ArrayList<>(businesses);
        for (int i = 0; i < Sql.rounded(values.size()); i++) {
            query.setString(i + 1, values.get(Math.min(i, values.size() - 1)).value());
        }
    }
}
