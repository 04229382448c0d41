package io.hutong.exchange.intake.adapter;

import io.hutong.identity.EventId;
import io.hutong.messaging.Database;
import io.hutong.messaging.SentEvents;
import io.hutong.messaging.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Notes when the broker had each event that came in; what is sent again keeps its first time. */
@ApplicationScoped
class SentTimes implements SentEvents {
    private final Database database;

    SentTimes(Database database) {
        this.database = database;
    }

    @Override
    public void sent(List<EventId> events, Instant at) {
        database.update(
                "update accepted_event set sent_at = ? where sent_at is null and event_id in ("
                        + Sql.marks(events.size()) + ")",
                Database.padded(events, at));
    }
}
