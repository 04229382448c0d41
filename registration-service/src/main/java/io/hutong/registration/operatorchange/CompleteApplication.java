package io.hutong.registration.operatorchange;

import io.hutong.events.Regime;
import io.hutong.identity.EventId;
import io.hutong.registration.duty.Clearance;
import io.hutong.registration.duty.OpenPoint;
import io.hutong.registration.duty.TrackedChange;
import io.hutong.registration.duty.TrackedChanges;
import io.hutong.registration.duty.UnmetConditions;
import io.hutong.registration.duty.UnmetConditions.Turning;
import io.hutong.registration.duty.UnmetConditions.Unmet;
import io.hutong.registration.operatorchange.OperatorChangeConditions.Answer;
import io.hutong.registration.operatorchange.OperatorChangeConditions.Point;
import io.hutong.registration.register.Business;
import io.hutong.registration.register.Origin;
import io.hutong.registration.register.RegisterTime;
import io.hutong.rules.Explanation;
import io.hutong.rules.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Registers an application that tax has cleared, by itself, once the conditions are met on that day too (Order 103 art. 18-19).
 * Until then it waits with its certificate unused; a certificate whose last day has passed by then is asked for anew.
 */
@ApplicationScoped
public class CompleteApplication {
    private final RegisterOperator operators;
    private final OperatorChangeRules rules;
    private final AskClearance clearance;
    private final OperatorChanges operatorChanges;
    private final TrackedChanges changes;
    private final RegisterTime time;

    public CompleteApplication(
            RegisterOperator operators,
            OperatorChangeRules rules,
            AskClearance clearance,
            OperatorChanges operatorChanges,
            TrackedChanges changes,
            RegisterTime time) {
        this.operators = operators;
        this.rules = rules;
        this.clearance = clearance;
        this.operatorChanges = operatorChanges;
        this.changes = changes;
        this.time = time;
    }

    /** {@code application} is cleared, and the stream of its business locked. */
    void handle(Business business, TrackedChange application, @Nullable EventId cause) {
        OperatorChangeRequest request = operatorChanges.waiting(application.changeId());
        LocalDate today = time.today();
        Answer answer = rules.conditionsAgain(business.particulars().establishedOn(), request, today);
        operatorChanges.keep(application.changeId(), answer.explanation());
        Clearance cleared = Objects.requireNonNull(application.clearance());
        Origin origin = cause == null ? request.origin() : request.origin().causedBy(cause);
        if (!answer.against().isEmpty()) {
            changes.save(application.awaitingConditions(unmet(answer, time.now()), time.now()));
        } else if (cleared.expired(today)) {
            Instant now = time.now();
            changes.save(application.clearanceExpired(clearance.owed(now), now));
            clearance.handle(business, application.changeId(), origin);
        } else {
            var passage = new RegisterOperator.Passage(Regime.PRE_CLEARANCE, cleared.certificateId(), application);
            operators.pass(business, application.changeId(), request.registeredBy(origin), passage);
            operatorChanges.close(application.changeId());
        }
    }

    private static UnmetConditions unmet(Answer answer, Instant at) {
        Explanation explanation = answer.explanation();
        return new UnmetConditions(
                explanation.decidedFor(),
                explanation.ruleSetName(),
                answer.against().stream().map(point -> unmet(answer, point, at)).toList(),
                answer.ways().stream().map(CompleteApplication::turning).toList());
    }

    /** What is not met the business must mend; what nobody knows, whoever answers for it must say. */
    private static Unmet unmet(Answer answer, Point point, Instant at) {
        String who = answer instanceof Answer.Open ? point.answeredBy() : OpenPoint.BUSINESS;
        return new Unmet(
                point.condition(),
                point.answeredBy(),
                who,
                point.told().zh(),
                point.told().en(),
                at);
    }

    private static List<Turning> turning(Turn way) {
        return way.changes().stream()
                .map(change -> new Turning(
                        change.fact(),
                        change.title().zh(),
                        change.title().en(),
                        change.to().text()))
                .toList();
    }
}
