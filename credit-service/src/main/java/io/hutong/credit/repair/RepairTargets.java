package io.hutong.credit.repair;

import io.hutong.credit.abnormallist.AbnormalEntries;
import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.abnormallist.ListRules;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.penalty.Penalties;
import io.hutong.credit.penalty.Penalty;
import io.hutong.credit.seriouslist.SeriousEntries;
import io.hutong.credit.seriouslist.SeriousEntry;
import io.hutong.events.RepairTarget;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
import io.hutong.identity.RepairTargetId;
import io.hutong.identity.SeriousEntryId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What of a business an application may be about: penalties that are shown, entries in the serious-violation list, and those in
 * the abnormal list that the system does not remove by itself.
 */
@ApplicationScoped
class RepairTargets {
    private final Penalties penalties;
    private final SeriousEntries serious;
    private final AbnormalEntries abnormal;
    private final ListRules rules;
    private final CreditTime time;

    RepairTargets(
            Penalties penalties, SeriousEntries serious, AbnormalEntries abnormal, ListRules rules, CreditTime time) {
        this.penalties = penalties;
        this.serious = serious;
        this.abnormal = abnormal;
        this.rules = rules;
        this.time = time;
    }

    /** One target, the first day on which it could be seen, and what the conditions ask of it beside the applicant's word. */
    record Found(
            Subject subject,
            String decisionNo,
            LocalDate shownFrom,
            LocalDate shortestEndsOn,
            boolean repairable,
            boolean sameKindAgain,
            boolean inAnotherList) {}

    Optional<Found> find(BizId bizId, Subject subject) {
        return of(bizId).stream().filter(one -> one.subject().equals(subject)).findFirst();
    }

    /** The first day on which one that is asked about could be seen, also when it has ended. */
    LocalDate shownFrom(Subject subject) {
        UUID id = subject.id().uuid();
        return switch (subject.target()) {
            case PENALTY ->
                penalties
                        .find(new PenaltyId(id))
                        .flatMap(one -> Optional.ofNullable(one.shown()))
                        .orElseThrow()
                        .from();
            case SERIOUS_ENTRY -> shownFrom(serious.find(new SeriousEntryId(id)).orElseThrow());
            case ABNORMAL_ENTRY ->
                abnormal.find(new AbnormalEntryId(id)).orElseThrow().shown().from();
        };
    }

    List<Found> of(BizId bizId) {
        List<Penalty> all = penalties.of(bizId);
        List<SeriousEntry> seriousOpen =
                serious.of(bizId).stream().filter(SeriousEntry::open).toList();
        List<AbnormalEntry> abnormalOpen =
                abnormal.of(bizId).stream().filter(AbnormalEntry::open).toList();
        boolean listed = !seriousOpen.isEmpty() || !abnormalOpen.isEmpty();
        return Stream.of(
                        all.stream()
                                .filter(one -> one.state() == Penalty.State.PUBLISHED)
                                .flatMap(one -> penalty(one, all, listed).stream()),
                        seriousOpen.stream().map(RepairTargets::entry),
                        abnormalOpen.stream()
                                .filter(one ->
                                        !rules.automaticRepair(one.cause().ground(), time.today()))
                                .map(RepairTargets::entry))
                .flatMap(found -> found)
                .toList();
    }

    private static Optional<Found> penalty(Penalty penalty, List<Penalty> all, boolean listed) {
        Penalty.Shown shown = penalty.shown();
        boolean again = all.stream().anyMatch(other -> other.sameKindAgain(penalty));
        return Optional.ofNullable(shown)
                .map(days -> new Found(
                        subject(RepairTarget.PENALTY, penalty.id().uuid()),
                        penalty.decision().number(),
                        days.from(),
                        days.shortestEndsOn(),
                        penalty.weight().repairable(),
                        again,
                        listed));
    }

    /** One that was taken over was shown before it was entered here, and by its decision at the earliest. */
    private static LocalDate shownFrom(SeriousEntry entry) {
        return entry.listing().on();
    }

    private static Found entry(SeriousEntry entry) {
        return new Found(
                subject(RepairTarget.SERIOUS_ENTRY, entry.id().uuid()),
                entry.listing().decisionNo(),
                shownFrom(entry),
                entry.terms().shortestEndsOn(),
                true,
                false,
                false);
    }

    /** An entry in the abnormal list knows no shortest period. */
    private static Found entry(AbnormalEntry entry) {
        return new Found(
                subject(RepairTarget.ABNORMAL_ENTRY, entry.id().uuid()),
                entry.listing().number(),
                entry.shown().from(),
                entry.listing().on().minusDays(1),
                true,
                false,
                false);
    }

    private static Subject subject(RepairTarget target, UUID id) {
        return new Subject(target, new RepairTargetId(id));
    }
}
