package io.hutong.credit.penalty;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.penalty.Penalty.End;
import io.hutong.credit.penalty.Penalty.Shown;
import io.hutong.credit.penalty.Penalty.State;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.PublishFacts;
import io.hutong.credit.publication.Urgency;
import io.hutong.events.CreditEvent.PenaltyPublicationEnded;
import io.hutong.events.PenaltyEnd;
import io.hutong.identity.PenaltyId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the publication of a penalty: by itself when its term is over, or by repair before (SAMR Order 45 art. 13, 14). */
@ApplicationScoped
public class EndPublication {
    private static final String SYSTEM = "SYSTEM";

    private final Businesses businesses;
    private final Penalties penalties;
    private final PublishFacts facts;
    private final Outbox outbox;
    private final CreditTime time;

    EndPublication(Businesses businesses, Penalties penalties, PublishFacts facts, Outbox outbox, CreditTime time) {
        this.businesses = businesses;
        this.penalties = penalties;
        this.facts = facts;
        this.outbox = outbox;
        this.time = time;
    }

    /** Some of those whose term is over, behind that one. */
    @Transactional
    public List<PenaltyId> termOver(@Nullable PenaltyId after, int limit) {
        return penalties.termOver(time.today(), after, limit);
    }

    /** Ends one whose term is over; one that ended in the meantime is left alone. */
    @Transactional
    public void atTerm(PenaltyId id) {
        Penalty penalty = locked(id);
        Shown shown = penalty.shown();
        if (penalty.state() == State.PUBLISHED && shown != null && time.today().isAfter(shown.to())) {
            end(penalty, State.TERM_OVER, PenaltyEnd.TERM_OVER, SYSTEM);
        }
    }

    /** Ends one that was repaired, in the transaction of that decision. */
    @Transactional
    public void repaired(PenaltyId id, String by) {
        Penalty penalty = locked(id);
        if (penalty.state() != State.PUBLISHED) {
            throw PenaltyStates.unfit(penalty);
        }
        end(penalty, State.REPAIRED, PenaltyEnd.REPAIRED, by);
    }

    private Penalty locked(PenaltyId id) {
        outbox.lock(penalties.find(id).orElseThrow(CreditProblems::notFound).bizId());
        return penalties.find(id).orElseThrow();
    }

    private void end(Penalty penalty, State as, PenaltyEnd reason, String by) {
        LocalDate today = time.today();
        Penalty ended = penalty.ended(as, new End(today, by));
        KnownBusiness business = businesses.find(ended.bizId()).orElseThrow();
        penalties.change(penalty, ended);
        facts.end(List.of(ended.id().uuid()), reason == PenaltyEnd.TERM_OVER ? Urgency.MASS : Urgency.AT_ONCE);
        outbox.lock(business.bizId())
                .append(
                        new PenaltyPublicationEnded(ended.id(), business.uscc(), reason, today),
                        new EventContext(
                                time.now(),
                                today,
                                business.registrar(),
                                ended.id().uuid(),
                                null,
                                ended.weight().ruleSet()));
    }
}
