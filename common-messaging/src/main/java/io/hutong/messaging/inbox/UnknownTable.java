package io.hutong.messaging.inbox;

import io.hutong.messaging.Sql;
import java.sql.PreparedStatement;
import javax.sql.DataSource;

/** The table {@code unknown_event}: events of types that only a later contract knows, passed without effect. */
final class UnknownTable {
    private final DataSource dataSource;
    private final String source;

    UnknownTable(DataSource dataSource, String source) {
        this.dataSource = dataSource;
        this.source = source;
    }

    void note(Incoming incoming) {
        String sql = "insert ignore into unknown_event(source, biz_id, epoch, version, type, seen_at)"
                + " values (?,?,?,?,?,utc_timestamp(6))";
        Sql.call(dataSource, "note an unknown event", connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setString(1, source);
                insert.setString(2, incoming.bizId().value());
                insert.setInt(3, incoming.position().epoch());
                insert.setLong(4, incoming.position().version());
                insert.setString(5, ParkingTable.shortened(incoming.envelope().type(), 200));
                return insert.executeUpdate();
            }
        });
    }
}
