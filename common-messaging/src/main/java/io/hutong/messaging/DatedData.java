package io.hutong.messaging;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Which time the data of this database are dated by. The first start settles it for good; what was stored before anybody asked is
 * of the real time.
 */
@Singleton
class DatedData {
    private static final String FIRST = "insert ignore into time_kind(only_row, kind, settled_at)"
            + " select 1, if(exists (select 1 from event_log) or exists (select 1 from inbox), 'REAL', ?), utc_timestamp(6)";

    private final DataSource dataSource;

    DatedData(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Fails where the data are dated by the other time. */
    void goOnIn(TimeKind time) {
        TimeKind stored = Sql.call(dataSource, "settle the kind of time", connection -> {
            try (PreparedStatement first = connection.prepareStatement(FIRST)) {
                first.setString(1, time.name());
                first.executeUpdate();
            }
            return stored(connection);
        });
        if (stored != time) {
            throw new IllegalStateException(
                    stored == TimeKind.REAL
                            ? "数据库中的数据按真实时间记录，不得以模拟时间（sim 模式）继续。"
                                    + " The data of this database are dated by the real time: they do not go on in a simulated one (profile sim)."
                            : "数据库中的数据按模拟时间记录，只能在 sim 模式下继续，不得用于真实业务。"
                                    + " The data of this database are dated by a simulated time: they go on in the profile sim only, and serve nothing real.");
        }
    }

    private static TimeKind stored(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select kind from time_kind");
                ResultSet row = query.executeQuery()) {
            row.next();
            return TimeKind.valueOf(row.getString(1));
        }
    }
}
