package io.hutong.credit.penalty;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.penalty.Penalty.End;
import io.hutong.credit.penalty.Penalty.State;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.PublishFacts;
import io.hutong.events.CreditEvent.PenaltyWithdrawn;
import io.hutong.events.PenaltyFall;
import io.hutong.identity.PenaltyId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Withdraws a penalty whose decision was changed or annulled (SAMR Order 45 art. 11), or whose record proved wrong (NDRC Order 36 art.
 * 18), and what hangs on it.
 */
@ApplicationScoped
public class WithdrawPenalty {
    /** How and on which day the decision fell. */
    public record Command(PenaltyId id, PenaltyFall reason, LocalDate fellOn, String by) {}

    private final Businesses businesses;
    private final Penalties penalties;
    private final PenaltyConsequences consequences;
    private final PublishFacts facts;
    private final Outbox outbox;
    private final CreditTime time;

    WithdrawPenalty(
            Businesses businesses,
            Penalties penalties,
            PenaltyConsequences consequences,
            PublishFacts facts,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.penalties = penalties;
        this.consequences = consequences;
        this.facts = facts;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Penalty handle(Command command) {
        Penalty penalty = locked(command.id());
        if (penalty.state().withdrawn()) {
            throw PenaltyStates.unfit(penalty);
        }
        refuseDay(penalty, command.fellOn());
        State as = command.reason() == PenaltyFall.ANNULLED ? State.ANNULLED : State.CHANGED;
        return withdraw(penalty, penalty.ended(as, new End(command.fellOn(), command.by())));
    }

    /**
     * Withdraws one whose record an objection proved wrong, in the transaction of that decision; it may have fallen already. Also when its
     * time was over: whoever was told of it is told that it was wrong.
     */
    @Transactional
    public void provedWrong(PenaltyId id, String by) {
        Penalty penalty = locked(id);
        if (!penalty.state().withdrawn()) {
            withdraw(penalty, penalty.provedWrong(new End(time.today(), by)));
        }
    }

    private Penalty locked(PenaltyId id) {
        outbox.lock(penalties.find(id).orElseThrow(CreditProblems::notFound).bizId());
        return penalties.find(id).orElseThrow();
    }

    private Penalty withdraw(Penalty penalty, Penalty withdrawn) {
        penalties.change(penalty, withdrawn);
        if (penalty.state() == State.PUBLISHED) {
            facts.end(penalty.id().uuid());
        }
        if (penalty.shown() != null) {
            state(withdrawn);
        }
        consequences.withdrawn(
                withdrawn, Objects.requireNonNull(withdrawn.end()).by());
        return withdrawn;
    }

    private void refuseDay(Penalty penalty, LocalDate fellOn) {
        if (fellOn.isAfter(time.today()) || fellOn.isBefore(penalty.decision().on())) {
            throw Problem.of(
                    CommonProblems.INVALID_REQUEST,
                    "请更正日期。",
                    "Correct the day.",
                    new Violation(
                            "/fellOn",
                            "penalty.fell-on",
                            "变更或撤销之日不早于决定之日，不晚于今天",
                            "it fell on or after the day of the decision, and not in the future"));
        }
    }

    /** The event has no word of its own for a record that proved wrong: it was changed. */
    private void state(Penalty penalty) {
        PenaltyFall reason = penalty.state() == State.ANNULLED ? PenaltyFall.ANNULLED : PenaltyFall.CHANGED;
        KnownBusiness business = businesses.find(penalty.bizId()).orElseThrow();
        LocalDate today = time.today();
        outbox.lock(business.bizId())
                .append(
                        new PenaltyWithdrawn(penalty.id(), business.uscc(), reason, today),
                        new EventContext(
                                time.now(),
                                today,
                                business.registrar(),
                                penalty.id().uuid(),
                                null,
                                penalty.weight().ruleSet()));
    }
}
