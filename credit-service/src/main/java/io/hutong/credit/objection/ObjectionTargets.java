package io.hutong.credit.objection;

import io.hutong.credit.abnormallist.AbnormalEntries;
import io.hutong.credit.objection.Objection.Subject;
import io.hutong.credit.penalty.Penalties;
import io.hutong.credit.penalty.Penalty;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.seriouslist.SeriousEntries;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
import io.hutong.identity.SeriousEntryId;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a business can be objected to: its penalties, as long as they are shown, and its entries in both lists while they stand. */
@ApplicationScoped
class ObjectionTargets {
    private final Penalties penalties;
    private final SeriousEntries serious;
    private final AbnormalEntries abnormal;

    ObjectionTargets(Penalties penalties, SeriousEntries serious, AbnormalEntries abnormal) {
        this.penalties = penalties;
        this.serious = serious;
        this.abnormal = abnormal;
    }

    /** One record: the day of its decision, the first on which it could be seen, and why no objection is open if none is. */
    record Found(
            LocalDate decidedOn,
            LocalDate shownFrom,
            @Nullable Problem closed) {}

    /** One of another business is none. */
    Optional<Found> find(BizId bizId, Subject subject) {
        UUID id = subject.id().uuid();
        return switch (subject.target()) {
            case PENALTY ->
                penalties
                        .find(new PenaltyId(id))
                        .filter(one -> one.bizId().equals(bizId))
                        .map(ObjectionTargets::penalty);
            case SERIOUS_ENTRY ->
                serious.find(new SeriousEntryId(id))
                        .filter(one -> one.bizId().equals(bizId))
                        .map(one -> entry(
                                one.open(), one.listing().on(), one.listing().on()));
            case ABNORMAL_ENTRY ->
                abnormal.find(new AbnormalEntryId(id))
                        .filter(one -> one.bizId().equals(bizId))
                        .map(one -> entry(
                                one.open(), one.listing().on(), one.shown().from()));
        };
    }

    private static Found penalty(Penalty penalty) {
        Penalty.Shown shown = penalty.shown();
        LocalDate decidedOn = penalty.decision().on();
        Problem closed = penalty.state() == Penalty.State.PUBLISHED
                ? null
                : Problem.of(
                                CreditProblems.PENALTY_STATE,
                                "该处罚信息未公示或者已停止公示。",
                                "The penalty is not shown, or no longer.")
                        .with("state", penalty.state());
        return new Found(decidedOn, shown == null ? decidedOn : shown.from(), closed);
    }

    private static Found entry(boolean open, LocalDate decidedOn, LocalDate shownFrom) {
        Problem closed = open
                ? null
                : Problem.of(CreditProblems.ALREADY_REMOVED, "该记录已移出名录。", "The entry has been removed already.");
        return new Found(decidedOn, shownFrom, closed);
    }
}
