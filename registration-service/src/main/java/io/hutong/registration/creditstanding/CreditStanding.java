package io.hutong.registration.creditstanding;

import io.hutong.events.AbnormalGround;
import io.hutong.events.CreditEvent;
import io.hutong.events.CreditEvent.AbnormalEntryEvent;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.AnnualReportSubmitted;
import io.hutong.events.CreditEvent.SeriousListed;
import io.hutong.events.CreditEvent.SeriousListingRevoked;
import io.hutong.events.CreditEvent.SeriousRemoved;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.registration.register.CreditKnown.Answers;
import io.hutong.rules.Fact;
import io.hutong.rules.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What credit has stated about a business: the entries that keep it on the abnormal operations list, the years whose
 * reports were filed, in their order, and how it stands on the serious-violation list. It is not {@code complete} while there
 * may be an abnormal entry that the register does not know.
 */
public record CreditStanding(List<Entry> open, List<Integer> filedYears, boolean complete, SeriousStanding serious) {
    /** Where credit speaks of a business for the first time. */
    static final CreditStanding CLEAN = new CreditStanding(List.of(), List.of(), true, SeriousStanding.CLEAN);

    static final String CREDIT = "AMR_CREDIT";

    public CreditStanding {
        open = List.copyOf(open);
        filedYears = List.copyOf(filedYears);
    }

    /** An entry that was not removed yet; {@code reportYear} where a report is its ground. */
    public record Entry(
            AbnormalEntryId entryId,
            AbnormalGround ground,
            @Nullable Integer reportYear,
            String decisionNo,
            LocalDate listedOn) {
        boolean forWantOfReport(int year) {
            return ground == AbnormalGround.ABN_REPORT && reportYear != null && reportYear == year;
        }

        Fact says(Value value) {
            return new Fact(value, CREDIT, listedOn, null, decisionNo);
        }
    }

    /** Whether the event is about reports or the list; what credit says of other matters concerns the register not. */
    static boolean isChangedBy(CreditEvent event) {
        return event instanceof AnnualReportSubmitted
                || event instanceof AbnormalEntryEvent
                || event instanceof SeriousListed
                || event instanceof SeriousRemoved
                || event instanceof SeriousListingRevoked;
    }

    CreditStanding after(CreditEvent event) {
        if (event instanceof AnnualReportSubmitted report) {
            return filed(report.reportYear());
        }
        if (event instanceof AbnormalListed listed) {
            return with(listed);
        }
        if (event instanceof AbnormalRemoved removed) {
            return without(removed);
        }
        if (event instanceof SeriousListed listed) {
            return with(serious.with(listed));
        }
        if (event instanceof SeriousRemoved removed) {
            return with(serious.without(removed.entryId(), removed.stillListed()));
        }
        return event instanceof SeriousListingRevoked revoked
                ? with(serious.without(revoked.entryId(), revoked.stillListed()))
                : this;
    }

    /** The same, with another standing on the serious-violation list. */
    CreditStanding with(SeriousStanding other) {
        return new CreditStanding(open, filedYears, complete, other);
    }

    /** A statement about the abnormal list was left out: the register knows no longer who is on it, until credit says so. */
    CreditStanding afterGap() {
        return new CreditStanding(List.of(), filedYears, false, serious);
    }

    /** A listing was left out: the entries that are known still stand, but there is one more. */
    CreditStanding afterMissedListing() {
        return new CreditStanding(open, filedYears, false, serious);
    }

    /** Whether the business is on the abnormal list; empty where the register cannot tell. */
    public Optional<Boolean> listed() {
        return open.isEmpty() && !complete ? Optional.empty() : Optional.of(!open.isEmpty());
    }

    /** Whether an entry in either list is known, or may be there without the register knowing it. */
    boolean mayBeListed() {
        return !open.isEmpty() || !serious.open().isEmpty() || !complete || !serious.complete();
    }

    /** Whether an entry says that it was not found where it is registered. */
    boolean unreachable() {
        return open.stream().anyMatch(entry -> entry.ground() == AbnormalGround.ABN_UNREACHABLE);
    }

    Optional<AbnormalGround> ground(AbnormalEntryId entryId) {
        return open.stream()
                .filter(entry -> entry.entryId().equals(entryId))
                .findFirst()
                .map(Entry::ground);
    }

    /**
     * C4 asks of both lists: one entry in either answers it, and only who is known to be on neither is not listed. That neither
     * a report nor its want was stated means nothing: most of the year it is not yet due.
     */
    Answers answers(int reportYear) {
        Fact listed = onEitherList();
        if (filedYears.contains(reportYear)) {
            return new Answers(listed, Fact.of(Value.YES, CREDIT));
        }
        Fact wanting = open.stream()
                .filter(entry -> entry.forWantOfReport(reportYear))
                .findFirst()
                .map(entry -> entry.says(Value.NO))
                .orElse(Fact.UNKNOWN);
        return new Answers(listed, wanting);
    }

    private Fact onEitherList() {
        return Stream.concat(
                        open.stream().map(entry -> entry.says(Value.YES)),
                        serious.open().stream().map(entry -> entry.says(Value.YES)))
                .findFirst()
                .orElse(Fact.of(complete && serious.complete() ? Value.NO : Value.UNKNOWN, CREDIT));
    }

    private CreditStanding filed(int year) {
        List<Integer> years = Stream.concat(filedYears.stream(), Stream.of(year))
                .distinct()
                .sorted()
                .toList();
        return new CreditStanding(open, years, complete, serious);
    }

    private CreditStanding with(AbnormalListed listed) {
        var entry = new Entry(
                listed.entryId(), listed.ground(), listed.reportYear(), listed.decisionNo(), listed.listedOn());
        return new CreditStanding(
                Stream.concat(others(listed.entryId()), Stream.of(entry)).toList(), filedYears, complete, serious);
    }

    private CreditStanding without(AbnormalRemoved removed) {
        if (!removed.stillListed()) {
            return new CreditStanding(List.of(), filedYears, true, serious);
        }
        List<Entry> others = others(removed.entryId()).toList();
        return new CreditStanding(others, filedYears, complete && !others.isEmpty(), serious);
    }

    private Stream<Entry> others(AbnormalEntryId than) {
        return open.stream().filter(entry -> !entry.entryId().equals(than));
    }
}
