package io.hutong.credit.penalty;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.penalty.Penalty.Decision;
import io.hutong.credit.penalty.Penalty.State;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.Money;
import io.hutong.events.PenaltyKind;
import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/**
 * Records a penalty decision and weighs it by the rules in force on its day, once; anew as it is only when an objection proved the
 * record wrong. Nothing is shown by that yet.
 */
@ApplicationScoped
public class RecordPenalty {
    private static final int LONGEST_NUMBER = 100;

    /** What was decided. */
    public record Command(BizId bizId, Decision decision) {}

    private final Businesses businesses;
    private final Penalties penalties;
    private final PenaltyRules rules;
    private final Outbox outbox;
    private final CreditTime time;

    RecordPenalty(Businesses businesses, Penalties penalties, PenaltyRules rules, Outbox outbox, CreditTime time) {
        this.businesses = businesses;
        this.penalties = penalties;
        this.rules = rules;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Penalty handle(Command command) {
        outbox.lock(command.bizId());
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        CreditProblems.refuse(defects(command.decision()));
        boolean known = penalties.of(business.bizId()).stream()
                .anyMatch(one -> one.sameDecision(command.decision()) && one.state() != State.PROVED_WRONG);
        if (known) {
            throw Problem.of(
                    CreditProblems.PENALTY_RECORDED, "该处罚决定已经登记。", "The penalty decision is recorded already.");
        }
        var recorded = new Penalty(
                new PenaltyId(time.newId()),
                business.bizId(),
                command.decision(),
                rules.weigh(command.decision()),
                State.RECORDED,
                null,
                null);
        penalties.add(recorded);
        return recorded;
    }

    private List<Violation> defects(Decision decision) {
        List<Violation> found = new ArrayList<>();
        if (decision.number().isBlank() || decision.number().length() > LONGEST_NUMBER) {
            found.add(new Violation(
                    "/decisionNo",
                    "text.length",
                    "文号为 1 至 " + LONGEST_NUMBER + " 个字",
                    "a number has 1 to " + LONGEST_NUMBER + " characters"));
        }
        if (decision.on().isAfter(time.today())) {
            found.add(new Violation(
                    "/decidedOn", "date.future", "决定日期不得晚于今天", "the day of the decision is not in the future"));
        }
        boolean fined = decision.amount().compareTo(Money.ZERO) > 0;
        if (decision.amount().compareTo(Money.ZERO) < 0 || (decision.kind() == PenaltyKind.FINE && !fined)) {
            found.add(new Violation("/amount", "penalty.amount", "罚款应写明数额", "a fine has an amount"));
        }
        String violation = decision.violation();
        if (violation != null) {
            found.addAll(Violations.defects(violation));
        }
        return found;
    }
}
