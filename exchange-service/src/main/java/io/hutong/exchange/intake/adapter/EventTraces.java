package io.hutong.exchange.intake.adapter;

import io.hutong.events.AgencyCode;
import io.hutong.exchange.intake.AcceptedEvent;
import io.hutong.exchange.intake.Settlement;
import io.hutong.messaging.Database;
import io.hutong.messaging.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far events have come: taken, sent to the broker, settled by the services that read them. */
@ApplicationScoped
class EventTraces {
    private static final String ALL = "select " + JdbcAcceptedEvents.COLUMNS
            + ", p.position is null as sent, a.sent_at from accepted_event a left join event_log l on l.id = a.event_id"
            + " left join event_pending p on p.position = l.position";

    private final Database database;

    EventTraces(Database database) {
        this.database = database;
    }

    /** An event on its way; {@code sent} when the broker has acknowledged it, which it had by {@code sentAt}. */
    record Trace(
            AcceptedEvent event, boolean sent, @Nullable Instant sentAt, List<Settlement> settlements) {}

    Optional<Trace> find(String eventId) {
        return traces(" where a.event_id = ?", eventId).stream().findFirst();
    }

    Optional<Trace> find(AgencyCode agency, String originId) {
        return traces(" where a.agency = ? and a.origin_id = ?", agency, originId).stream()
                .findFirst();
    }

    /** The newest of an agency before one of them. */
    List<Trace> of(AgencyCode agency, String before, int limit) {
        return traces(" where a.agency = ? and a.event_id < ? order by a.event_id desc limit ?", agency, before, limit);
    }

    private List<Trace> traces(String condition, @Nullable Object... values) {
        record Row(
                AcceptedEvent event, boolean sent, @Nullable Instant sentAt) {}
        List<Row> rows = database.query(
                ALL + condition,
                row -> new Row(
                        JdbcAcceptedEvents.event(row), row.getBoolean("sent"), Database.momentOrNull(row, "sent_at")),
                values);
        Map<String, List<Settlement>> settlements =
                settlements(rows.stream().map(row -> row.event().id().value()).toList());
        return rows.stream()
                .map(row -> new Trace(
                        row.event(),
                        row.sent(),
                        row.sentAt(),
                        settlements.getOrDefault(row.event().id().value(), List.of())))
                .toList();
    }

    private Map<String, List<Settlement>> settlements(List<String> ids) {
        Map<String, List<Settlement>> byEvent = new HashMap<>();
        if (ids.isEmpty()) {
            return byEvent;
        }
        database.query(
                "select event_id, service, outcome, reason, at from event_settlement where event_id in ("
                        + Sql.marks(ids.size()) + ") order by at, service",
                row -> byEvent.computeIfAbsent(row.getString("event_id"), id -> new ArrayList<>())
                        .add(new Settlement(
                                row.getString("service"),
                                row.getString("outcome"),
                                row.getString("reason"),
                                Database.moment(row, "at"))),
                Database.padded(ids));
        return byEvent;
    }
}
