package io.hutong.messaging;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The pace of mass work: it stops while the oldest event waiting to be sent is older than 200 ms, and goes on once it is
 * younger than 50 ms, so that interactive changes never queue behind it.
 */
@Singleton
public final class MassWorkPace {
    private static final Duration STOP = Duration.ofMillis(200);
    private static final Duration GO_ON = Duration.ofMillis(50);
    private static final String OLDEST = "select timestampdiff(microsecond, l.recorded_at, utc_timestamp(6))"
            + " from event_log l where l.position = (select min(position) from event_pending)";

    private final DataSource dataSource;
    private boolean stopped;

    MassWorkPace(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether the next step may be taken now. */
    public synchronized boolean mayGoOn() {
        Duration oldest = oldestPending();
        stopped = oldest.compareTo(stopped ? GO_ON : STOP) > 0;
        return !stopped;
    }

    private Duration oldestPending() {
        return Sql.call(dataSource, "read the age of the outbox", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(OLDEST)) {
                return row.next() ? Duration.ofNanos(row.getLong(1) * 1_000) : Duration.ZERO;
            }
        });
    }
}
