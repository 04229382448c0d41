package io.hutong.credit.sharing;

import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.abnormallist.AbnormalEntry.Decision;
import io.hutong.credit.abnormallist.ListConsequences;
import io.hutong.credit.annualreport.AnnualReport;
import io.hutong.credit.annualreport.FiledReports;
import io.hutong.credit.penalty.Penalty;
import io.hutong.credit.penalty.ShownPenalties;
import io.hutong.credit.seriouslist.SeriousConsequences;
import io.hutong.credit.seriouslist.SeriousEntry;
import io.hutong.credit.sharing.FeedEntry.Kind;
import io.hutong.credit.sharing.TellChanges.Change;
import io.hutong.credit.sharing.TellChanges.Word;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tells what is decided about businesses, as far as the public sees it: both lists, penalties, and that reports were filed. */
@ApplicationScoped
class TellSubscribers implements ListConsequences, ShownPenalties, SeriousConsequences, FiledReports {
    private static final List<String> ABNORMAL = List.of("abnormalEntry");
    private static final List<String> PENALTY = List.of("penalty");
    private static final List<String> SERIOUS = List.of("seriousEntry");
    /** Nothing of the profile, in which it was not any more. */
    private static final List<String> UNCHANGED = List.of();

    private static final List<String> REPORTS = List.of("reportsDue", "reportsOnTime");

    private final TellChanges changes;

    TellSubscribers(TellChanges changes) {
        this.changes = changes;
    }

    @Override
    public void listed(List<AbnormalEntry> entries) {
        changes.tell(entries.stream()
                .map(entry -> change(
                        entry,
                        Kind.ABNORMAL_LISTED,
                        facts(entry, entry.listing(), entry.listing().on())))
                .toList());
    }

    @Override
    public void removed(AbnormalEntry entry) {
        changes.tell(List.of(removal(entry, ABNORMAL)));
    }

    @Override
    public void removedUnseen(AbnormalEntry entry) {
        changes.tell(List.of(removal(entry, UNCHANGED)));
    }

    @Override
    public void shownNoLonger(AbnormalEntry entry) {
        LocalDate last = Objects.requireNonNull(entry.shown().to());
        changes.tell(List.of(
                change(entry, Kind.ABNORMAL_PUBLICATION_ENDED, facts(entry, entry.listing(), last.plusDays(1)))));
    }

    @Override
    public void changed(Penalty before, Penalty penalty) {
        Penalty.End end = penalty.end();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("penaltyId", penalty.id().value());
        facts.put("kind", penalty.decision().kind().name());
        facts.put("severity", penalty.weight().severity().name());
        facts.put("decisionNo", penalty.decision().number());
        facts.put("decidedOn", penalty.decision().on().toString());
        if (end == null) {
            Penalty.Shown shown = Objects.requireNonNull(penalty.shown());
            facts.put("on", shown.from().toString());
            facts.put("publishTo", shown.to().toString());
        } else {
            facts.put("on", end.on().toString());
            facts.put("why", penalty.state().name());
        }
        boolean unseen = end != null && before.state() != Penalty.State.PUBLISHED;
        changes.tell(List.of(new Change(
                penalty.bizId(),
                unseen ? UNCHANGED : PENALTY,
                new Word(kind(penalty.state()), penalty.id().uuid(), facts))));
    }

    private static Kind kind(Penalty.State state) {
        return switch (state) {
            case PUBLISHED -> Kind.PENALTY_PUBLISHED;
            case TERM_OVER, REPAIRED -> Kind.PENALTY_PUBLICATION_ENDED;
            case CHANGED, ANNULLED, PROVED_WRONG -> Kind.PENALTY_WITHDRAWN;
            case RECORDED -> throw new IllegalStateException("nothing is shown of what is recorded only");
        };
    }

    @Override
    public void listed(SeriousEntry entry) {
        Map<String, String> facts = facts(entry, entry.listing().on());
        facts.put("leavesOn", entry.terms().leavesOn().toString());
        changes.tell(List.of(change(entry, Kind.SERIOUS_LISTED, facts)));
    }

    @Override
    public void removed(SeriousEntry entry) {
        SeriousEntry.Removal removal = Objects.requireNonNull(entry.removal());
        Map<String, String> facts = facts(entry, removal.on());
        facts.put("why", removal.mode().name());
        changes.tell(List.of(change(entry, Kind.SERIOUS_REMOVED, facts)));
    }

    /** Late ones and corrections change none of the counts that are told; a paper from before what came late may. */
    @Override
    public void filed(AnnualReport report) {
        if (!report.late() && (report.revision() == 1 || report.filing().receivedOn() != null)) {
            changes.tell(List.of(new Change(report.bizId(), REPORTS, null)));
        }
    }

    private static Change removal(AbnormalEntry entry, List<String> fields) {
        Decision removal = Objects.requireNonNull(entry.removal()).decision();
        return new Change(
                entry.bizId(),
                fields,
                new Word(Kind.ABNORMAL_REMOVED, entry.id().uuid(), facts(entry, removal, removal.on())));
    }

    private static Change change(AbnormalEntry entry, Kind kind, Map<String, String> facts) {
        return new Change(entry.bizId(), ABNORMAL, new Word(kind, entry.id().uuid(), facts));
    }

    private static Change change(SeriousEntry entry, Kind kind, Map<String, String> facts) {
        return new Change(entry.bizId(), SERIOUS, new Word(kind, entry.id().uuid(), facts));
    }

    private static Map<String, String> facts(AbnormalEntry entry, Decision decision, LocalDate on) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("entryId", entry.id().value());
        facts.put("ground", entry.cause().ground().name());
        Integer year = entry.cause().reportYear();
        if (year != null) {
            facts.put("reportYear", year.toString());
        }
        facts.put("decisionNo", decision.number());
        facts.put("on", on.toString());
        return facts;
    }

    private static Map<String, String> facts(SeriousEntry entry, LocalDate on) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("entryId", entry.id().value());
        facts.put("ground", entry.listing().ground().name());
        facts.put("decisionNo", entry.listing().decisionNo());
        facts.put("on", on.toString());
        return facts;
    }
}
