package io.hutong.registration.creditstanding;

import io.hutong.events.CreditEvent.SeriousListed;
import io.hutong.events.SeriousGround;
import io.hutong.identity.SeriousEntryId;
import io.hutong.rules.Fact;
import io.hutong.rules.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The entries that keep a business on the serious-violation list, in their order. It is not {@code complete} while there may be
 * an entry that the register does not know.
 */
public record SeriousStanding(List<Entry> open, boolean complete) {
    static final SeriousStanding CLEAN = new SeriousStanding(List.of(), true);

    public SeriousStanding {
        open = List.copyOf(open);
    }

    /** An entry that was not removed yet. */
    public record Entry(SeriousEntryId entryId, SeriousGround ground, String decisionNo, LocalDate listedOn) {
        Fact says(Value value) {
            return new Fact(value, CreditStanding.CREDIT, listedOn, null, decisionNo);
        }
    }

    /** Whether the business is on the list; empty where the register cannot tell. */
    public Optional<Boolean> listed() {
        return open.isEmpty() && !complete ? Optional.empty() : Optional.of(!open.isEmpty());
    }

    SeriousStanding with(SeriousListed listed) {
        var entry = new Entry(listed.entryId(), listed.ground(), listed.decisionNo(), listed.listedOn());
        return new SeriousStanding(
                Stream.concat(others(listed.entryId()), Stream.of(entry)).toList(), complete);
    }

    SeriousStanding without(SeriousEntryId removed, boolean stillListed) {
        if (!stillListed) {
            return CLEAN;
        }
        List<Entry> others = others(removed).toList();
        return new SeriousStanding(others, complete && !others.isEmpty());
    }

    /** A listing was left out: the entries that are known still stand, but there is one more. */
    SeriousStanding afterMissedListing() {
        return new SeriousStanding(open, false);
    }

    /** A removal was left out: the register knows no longer who is on it, until credit says so. */
    SeriousStanding afterGap() {
        return new SeriousStanding(List.of(), false);
    }

    private Stream<Entry> others(SeriousEntryId than) {
        return open.stream().filter(entry -> !entry.entryId().equals(than));
    }
}
