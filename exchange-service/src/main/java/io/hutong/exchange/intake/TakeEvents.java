package io.hutong.exchange.intake;

import io.hutong.events.ExchangeEvent;
import io.hutong.events.Origin;
import io.hutong.exchange.agency.RegisteredAgency;
import io.hutong.exchange.business.Businesses;
import io.hutong.exchange.business.KnownBusiness;
import io.hutong.exchange.intake.AcceptedEvent.Answered;
import io.hutong.exchange.intake.AcceptedEvent.Sent;
import io.hutong.exchange.problem.ExchangeProblems;
import io.hutong.exchange.question.AnswerQuestion;
import io.hutong.exchange.question.AskedQuestion;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.UnsendableEvent;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes what an agency states, in one transaction: each statement is taken, known already, or refused by itself. A taken one
 * has its place in the business's stream, its sealed fields are sealed, and it is durable when this returns.
 */
@ApplicationScoped
public class TakeEvents {
    private final Businesses businesses;
    private final AcceptedEvents accepted;
    private final ReadContent content;
    private final AnswerQuestion answers;
    private final Places places;

    TakeEvents(
            Businesses businesses,
            AcceptedEvents accepted,
            ReadContent content,
            AnswerQuestion answers,
            Places places) {
        this.businesses = businesses;
        this.accepted = accepted;
        this.content = content;
        this.answers = answers;
        this.places = places;
    }

    /** One outcome per statement, in their order. */
    @Transactional
    public List<Outcome> handle(RegisteredAgency sender, List<Statement> statements) {
        Subjects subjects = Subjects.of(statements, businesses);
        places.lock(subjects.businesses());
        List<String> ids = statements.stream().map(Statement::id).distinct().toList();
        var turn = new Turn(sender, subjects, accepted.find(sender.code(), ids), places.clock());
        List<Outcome> outcomes = new ArrayList<>();
        for (Statement statement : statements) {
            outcomes.add(take(turn, statement));
        }
        accepted.add(turn.taken());
        return outcomes;
    }

    private Outcome take(Turn turn, Statement statement) {
        try {
            turn.admission().refuseForeignSource(statement);
            AcceptedEvent before = turn.known(statement.id());
            return before == null ? new Outcome.Accepted(accept(turn, statement)) : repeated(before, statement);
        } catch (Problem reason) {
            return new Outcome.Refused(reason);
        } catch (UnsendableEvent tooMuch) {
            return new Outcome.Refused(ExchangeProblems.invalid(
                    "/data",
                    "event.unsendable",
                    "内容超出共享数据格式的限制",
                    "the content exceeds what the contract allows to be shared"));
        }
    }

    private static Outcome repeated(AcceptedEvent before, Statement statement) {
        if (!before.sent().digest().equals(statement.digest())) {
            throw Problem.of(
                            ExchangeProblems.EVENT_ID_REUSED,
                            "该 id 已用于内容不同的事件，请为新事件使用新的 id。",
                            "The id was used for another event; give each event an id of its own.")
                    .with("eventId", before.id().value());
        }
        return new Outcome.Repeated(before);
    }

    private AcceptedEvent accept(Turn turn, Statement statement) {
        KnownBusiness business = turn.admit(statement);
        Origin origin = new Origin(turn.sender().code(), statement.source(), statement.id());
        ExchangeEvent event = content.handle(statement, origin, business.tenureId());
        AskedQuestion question = answers.find(new AnswerQuestion.Command(
                        origin.agency(),
                        statement.type(),
                        business.bizId(),
                        statement.circumstances().causation()))
                .orElse(null);
        Envelope envelope = places.append(event, statement, business, question);
        Answered answered = question == null ? null : answer(turn, question, envelope);
        Sent sent = new Sent(origin.agency(), origin.source(), origin.id(), statement.type(), statement.digest());
        return turn.take(
                new AcceptedEvent(envelope.id(), sent, business.bizId(), envelope.position(), turn.now(), answered));
    }

    private Answered answer(Turn turn, AskedQuestion question, Envelope envelope) {
        boolean late = answers.answered(question, envelope.id(), turn.sender().code(), turn.now(), turn.today())
                .late();
        return new Answered(question.id(), late);
    }
}
