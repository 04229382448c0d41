package io.hutong.credit.objection;

import io.hutong.credit.abnormallist.AbnormalEntries;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.penalty.Penalties;
import io.hutong.credit.penalty.Penalty;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.PublicationRules;
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

/**
 * What of a business can be objected to: its penalties, as long as they are shown, and its entries in both lists while they stand; of a
 * business that left the register what is still shown of it.
 */
@ApplicationScoped
class ObjectionTargets {
    private final Penalties penalties;
    private final SeriousEntries serious;
    private final AbnormalEntries abnormal;
    private final PublicationRules rules;
    private final CreditTime time;

    ObjectionTargets(
            Penalties penalties,
            SeriousEntries serious,
            AbnormalEntries abnormal,
            PublicationRules rules,
            CreditTime time) {
        this.penalties = penalties;
        this.serious = serious;
        this.abnormal = abnormal;
        this.rules = rules;
        this.time = time;
    }

    /** One record: the day of its decision, the first on which it could be seen, and why no objection is open if none is. */
    record Found(
            LocalDate decidedOn,
            LocalDate shownFrom,
            @Nullable Problem closed) {}

    /** Whether what it is about is still shown of a business as it stands in the register. */
    boolean shownOf(KnownBusiness business, Subject subject) {
        return rules.shownOf(subject.kind(), business.status(), time.today());
    }

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
                        .map(one -> new Found(
                                one.listing().on(),
                                one.listing().on(),
                                one.open() ? null : removed("该记录已移出严重违法失信名单。")));
            case ABNORMAL_ENTRY ->
                abnormal.find(new AbnormalEntryId(id))
                        .filter(one -> one.bizId().equals(bizId))
                        .map(one -> new Found(
                                one.listing().on(), one.shown().from(), one.open() ? null : removed("该记录已移出经营异常名录。")));
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

    private static Problem removed(String chinese) {
        return Problem.of(CreditProblems.ALREADY_REMOVED, chinese, "The entry has been removed already.");
    }
}
