package io.hutong.messaging.inbox;

import io.hutong.messaging.Sql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import javax.sql.DataSource;

/** The table {@code head_cursor}: up to where the log of a source is known to have arrived. */
final class HeadCursor {
    private final DataSource dataSource;
    private final String source;

    HeadCursor(DataSource dataSource, String source) {
        this.dataSource = dataSource;
        this.source = source;
    }

    long position() {
        return Sql.call(dataSource, "read the cursor of heads", connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select position from head_cursor where source = ?")) {
                query.setString(1, source);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }

    void advance(long position) {
        String sql = "insert into head_cursor(source, position, checked_at) values (?,?,utc_timestamp(6))"
                + " on duplicate key update position = greatest(position, values(position)), checked_at = utc_timestamp(6)";
        Sql.call(dataSource, "move the cursor of heads", connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, source);
                update.setLong(2, position);
                return update.executeUpdate();
            }
        });
    }
}
