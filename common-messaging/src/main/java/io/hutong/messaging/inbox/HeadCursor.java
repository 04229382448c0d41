package io.hutong.messaging.inbox;

import io.hutong.messaging.Sql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import javax.sql.DataSource;

/**
 * The table {@code head_cursor}: up to where the log of a source is known to have arrived, and when it last was to its end.
 */
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

    /** Everything that the source has stated is taken or parked now, but for what is younger than the grace. */
    void whole() {
        String sql = "insert into head_cursor(source, position, checked_at, whole_at)"
                + " values (?, 0, utc_timestamp(6), utc_timestamp(6))"
                + " on duplicate key update whole_at = utc_timestamp(6)";
        Sql.call(dataSource, "note that a source was heard as a whole", connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, source);
                return update.executeUpdate();
            }
        });
    }

    /** The log of the source ends before what was read of it: all of it is to be compared again, and nothing is known to be whole. */
    void startAgain() {
        String sql =
                "update head_cursor set position = 0, checked_at = utc_timestamp(6), whole_at = null where source = ?";
        Sql.call(dataSource, "take the cursor of heads back", connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, source);
                return update.executeUpdate();
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
