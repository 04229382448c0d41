package io.hutong.exchange.intake.adapter;

import io.hutong.events.AgencyCode;
import io.hutong.exchange.intake.AcceptedEvent;
import io.hutong.exchange.intake.AcceptedEvent.Answered;
import io.hutong.exchange.intake.AcceptedEvent.Sent;
import io.hutong.exchange.intake.AcceptedEvents;
import io.hutong.exchange.intake.Settlement;
import io.hutong.identity.BizId;
import io.hutong.identity.EventId;
import io.hutong.messaging.Database;
import io.hutong.messaging.Position;
import io.hutong.messaging.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class JdbcAcceptedEvents implements AcceptedEvents {
    static final String COLUMNS = "a.event_id, a.agency, a.source, a.origin_id, a.type, a.digest, a.biz_id, a.epoch,"
            + " a.version, a.accepted_at, a.question_id, a.late";

    private final Database database;

    JdbcAcceptedEvents(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, AcceptedEvent> find(AgencyCode agency, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database
                .query(
                        "select " + COLUMNS + " from accepted_event a where a.agency = ? and a.origin_id in ("
                                + Sql.marks(ids.size()) + ")",
                        JdbcAcceptedEvents::event,
                        Database.padded(ids, agency))
                .stream()
                .collect(Collectors.toMap(event -> event.sent().id(), Function.identity()));
    }

    /** In the order of the senders' ids, so that two requests with the same ids wait for, and do not block, each other. */
    @Override
    public void add(List<AcceptedEvent> events) {
        database.batch(
                "insert into accepted_event(event_id, agency, source, origin_id, type, digest, biz_id, epoch, version,"
                        + " accepted_at, question_id, late) values (?,?,?,?,?,?,?,?,?,?,?,?)",
                events.stream()
                        .sorted(Comparator.comparing(event -> event.sent().id()))
                        .map(JdbcAcceptedEvents::row)
                        .toList());
    }

    @Override
    public void settle(EventId event, Settlement settlement) {
        database.update(
                "insert into event_settlement(event_id, service, outcome, reason, at)"
                        + " select event_id, ?, ?, ?, ? from accepted_event where event_id = ?"
                        + " on duplicate key update service = values(service)",
                settlement.service(),
                settlement.outcome(),
                settlement.reason(),
                settlement.at(),
                event);
    }

    private static Object[] row(AcceptedEvent event) {
        Sent sent = event.sent();
        Answered answered = event.answered();
        return new Object[] {
            event.id(),
            sent.agency(),
            sent.source(),
            sent.id(),
            sent.type(),
            sent.digest(),
            event.bizId(),
            event.position().epoch(),
            event.position().version(),
            event.acceptedAt(),
            answered == null ? null : answered.question(),
            answered != null && answered.late()
        };
    }

    static AcceptedEvent event(ResultSet row) throws SQLException {
        String question = row.getString("question_id");
        return new AcceptedEvent(
                EventId.of(row.getString("event_id")),
                new Sent(
                        AgencyCode.of(row.getString("agency")),
                        row.getString("source"),
                        row.getString("origin_id"),
                        row.getString("type"),
                        row.getString("digest")),
                BizId.of(row.getString("biz_id")),
                new Position(row.getInt("epoch"), row.getLong("version")),
                Database.moment(row, "accepted_at"),
                question == null ? null : new Answered(EventId.of(question), row.getBoolean("late")));
    }
}
