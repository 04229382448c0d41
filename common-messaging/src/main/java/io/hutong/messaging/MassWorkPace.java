package io.hutong.messaging;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The pace of mass work, so that interactive changes never queue behind it: it stops while the oldest event waiting to be
 * sent is older than 200 ms or more than 2000 wait to be taken, and goes on below 50 ms and 500.
 */
@Singleton
public final class MassWorkPace {
    private static final Duration STOP = Duration.ofMillis(200);
    private static final Duration GO_ON = Duration.ofMillis(50);
    private static final long STOP_BACKLOG = 2_000;
    private static final long GO_ON_BACKLOG = 500;
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final String OLDEST = "select timestampdiff(microsecond, l.recorded_at, utc_timestamp(6))"
            + " from event_log l where l.position = (select min(position) from event_pending)";

    /** What waits to be taken from the topics. */
    public interface Backlog {
        /** Events, as far as is known. */
        long waiting();
    }

    private final DataSource dataSource;
    private final Backlog backlog;
    private boolean stopped;

    MassWorkPace(DataSource dataSource, Backlog backlog) {
        this.dataSource = dataSource;
        this.backlog = backlog;
    }

    /** Whether the next step may be taken now. */
    public synchronized boolean mayGoOn() {
        stopped = backlog.waiting() > (stopped ? GO_ON_BACKLOG : STOP_BACKLOG)
                || oldestPending().compareTo(stopped ? GO_ON : STOP) > 0;
        return !stopped;
    }

    /** Waits until the next step may be taken. */
    public void await() throws InterruptedException {
        while (!mayGoOn()) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
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
