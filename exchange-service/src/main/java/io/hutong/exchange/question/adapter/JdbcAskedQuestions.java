package io.hutong.exchange.question.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.events.Agency;
import io.hutong.events.AgencyCode;
import io.hutong.events.DomainEvent;
import io.hutong.exchange.question.AskedQuestion;
import io.hutong.exchange.question.AskedQuestion.Answer;
import io.hutong.exchange.question.AskedQuestion.Asked;
import io.hutong.exchange.question.AskedQuestions;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcAskedQuestions implements AskedQuestions {
    private static final String ALL =
            "select event_id, type, biz_id, asked_of, place, due_on, answer_types, correlation_id, asked_at, content,"
                    + " answer_event, answer_agency, answered_at, late from asked_question";

    private final Database database;
    private final ObjectMapper json;

    JdbcAskedQuestions(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A question with what its event says. */
    record Noted(AskedQuestion question, JsonNode content) {}

    @Override
    public void note(AskedQuestion question, DomainEvent content) {
        Asked asked = question.asked();
        database.update(
                "insert into asked_question(event_id, type, biz_id, asked_of, place, due_on, answer_types,"
                        + " correlation_id, asked_at, content) values (?,?,?,?,?,?,?,?,?,?)"
                        + " on duplicate key update event_id = values(event_id)",
                question.id(),
                question.type(),
                question.bizId(),
                asked.of(),
                asked.place(),
                asked.dueOn(),
                String.join(" ", question.answeredBy()),
                question.correlationId().toString(),
                question.askedAt(),
                write(content));
    }

    @Override
    public Optional<AskedQuestion> find(EventId id) {
        return database.first(ALL + " where event_id = ?", this::noted, id).map(Noted::question);
    }

    @Override
    public void answered(EventId id, Answer answer) {
        database.update(
                "update asked_question set answer_event = ?, answer_agency = ?, answered_at = ?, late = ?"
                        + " where event_id = ?",
                answer.event(),
                answer.by(),
                answer.at(),
                answer.late(),
                id);
    }

    /** Those asked of this agency behind one of them, the oldest first; of both states if none is named. */
    List<Noted> askedOf(AgencyCode agency, @Nullable Boolean open, String after, int limit) {
        String state = open == null ? "" : open ? " and answer_event is null" : " and answer_event is not null";
        return database.query(
                ALL + " where asked_of = ? and place like ? and event_id > ?" + state + " order by event_id limit ?",
                this::noted,
                agency.kind(),
                prefix(agency.division()) + "%",
                after,
                limit);
    }

    private static String prefix(DivisionCode division) {
        return switch (division.level()) {
            case PROVINCE -> division.value().substring(0, 2);
            case PREFECTURE -> division.value().substring(0, 4);
            case COUNTY -> division.value().substring(0, 6);
            case TOWNSHIP -> division.value().substring(0, 9);
            case VILLAGE -> division.value();
        };
    }

    private Noted noted(ResultSet row) throws SQLException {
        var asked = new Asked(
                Agency.valueOf(row.getString("asked_of")),
                DivisionCode.of(row.getString("place")),
                row.getObject("due_on", LocalDate.class));
        var question = new AskedQuestion(
                EventId.of(row.getString("event_id")),
                row.getString("type"),
                BizId.of(row.getString("biz_id")),
                asked,
                Set.of(row.getString("answer_types").split(" ", -1)),
                UUID.fromString(row.getString("correlation_id")),
                Database.moment(row, "asked_at"),
                answer(row));
        return new Noted(question, read(row.getString("content")));
    }

    private static @Nullable Answer answer(ResultSet row) throws SQLException {
        String event = row.getString("answer_event");
        return event == null
                ? null
                : new Answer(
                        EventId.of(event),
                        AgencyCode.of(row.getString("answer_agency")),
                        Database.moment(row, "answered_at"),
                        row.getBoolean("late"));
    }

    private String write(DomainEvent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a question cannot be written");
        }
    }

    private JsonNode read(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a question cannot be read");
        }
    }
}
