package io.hutong.registration.register;

import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All registered changes of one business. The state on any day, as known at any moment, is what its changes make of it
 * that took effect by then and were not annulled; an annulled change counts as if it had never been.
 */
public final class RegisterHistory {
    private static final Comparator<RegisterEntry> BY_EFFECT =
            Comparator.comparing(RegisterEntry::effectiveOn).thenComparing(RegisterEntry::version);

    private final List<RegisterEntry> entries;

    public RegisterHistory(List<RegisterEntry> entries) {
        this.entries = entries.stream().sorted(BY_EFFECT).toList();
    }

    public List<RegisterEntry> entries() {
        return entries;
    }

    public Optional<RegisterEntry> find(ChangeId id) {
        return entries.stream().filter(entry -> entry.changeId().equals(id)).findFirst();
    }

    /** What held on that day, as far as it was recorded at that moment; empty before the opening. */
    public Optional<RegisterState> on(LocalDate day, Instant knownAt) {
        return fold(entry -> entry.standsAt(knownAt) && !entry.effectiveOn().isAfter(day));
    }

    /** What holds now, after the latest change. */
    public Optional<RegisterState> current() {
        return fold(entry -> entry.annulled() == null);
    }

    /** The legal day of the latest change that still stands. */
    public Optional<LocalDate> lastEffect() {
        return entries.stream()
                .filter(entry -> entry.annulled() == null && entry.kind() != ChangeKind.ANNULMENT)
                .map(RegisterEntry::effectiveOn)
                .max(Comparator.naturalOrder());
    }

    /** The history in which that change never had effect. */
    public RegisterHistory without(ChangeId annulledId, ChangeId by, Instant at) {
        return new RegisterHistory(entries.stream()
                .map(entry -> entry.changeId().equals(annulledId) ? entry.annulled(by, at) : entry)
                .toList());
    }

    /** Who ran the business and when, by what stands: each time ends on the day on which the next begins. */
    public List<TenureSpan> tenures(BizId bizId) {
        List<TenureSpan> spans = new ArrayList<>();
        for (RegisterEntry entry : entries) {
            TenureRef operator = entry.after().operator();
            boolean begins = entry.kind() == ChangeKind.OPENING || entry.kind() == ChangeKind.OPERATOR;
            if (begins && entry.annulled() == null && operator != null) {
                int last = spans.size() - 1;
                if (last >= 0) {
                    spans.set(last, spans.get(last).endedOn(entry.effectiveOn()));
                }
                spans.add(new TenureSpan(operator.id(), bizId, entry.effectiveOn(), null));
            }
        }
        return spans;
    }

    /** Days of suspended trade so far, by what stands; a suspension that nobody ended counts to its last day. */
    public long daysSuspended() {
        long days = 0;
        LocalDate from = null;
        LocalDate until = null;
        for (RegisterEntry entry : entries) {
            Suspension begun = entry.after().suspension();
            boolean ends = entry.kind() == ChangeKind.RESUMPTION || entry.kind() == ChangeKind.DEREGISTRATION;
            if (entry.annulled() != null) {
                continue;
            }
            if (entry.kind() == ChangeKind.SUSPENSION && begun != null) {
                if (from != null && until != null) { // the resumption between them was annulled
                    days += ChronoUnit.DAYS.between(from, begun.from().isBefore(until) ? begun.from() : until);
                }
                from = begun.from();
                until = begun.until().plusDays(1);
            } else if (ends && from != null && until != null) {
                days += ChronoUnit.DAYS.between(
                        from, entry.effectiveOn().isBefore(until) ? entry.effectiveOn() : until);
                from = null;
            }
        }
        return from == null || until == null ? days : days + ChronoUnit.DAYS.between(from, until);
    }

    private Optional<RegisterState> fold(Predicate<RegisterEntry> counts) {
        RegisterState state = null;
        for (RegisterEntry entry : entries) {
            if (counts.test(entry)) {
                state = after(state, entry);
            }
        }
        return Optional.ofNullable(state);
    }

    private static @Nullable RegisterState after(@Nullable RegisterState state, RegisterEntry entry) {
        if (entry.kind() == ChangeKind.OPENING) {
            return entry.after().asState();
        }
        if (state == null || !applies(state, entry)) {
            return state;
        }
        return entry.after().appliedTo(state);
    }

    private static boolean applies(RegisterState state, RegisterEntry entry) {
        return switch (entry.kind()) {
            // the name belongs to a tenure: without that tenure it says nothing
            case OPERATOR_NAME ->
                entry.after().operator() != null
                        && entry.after().operator().id().equals(state.operator().id());
            // what an annulment restores follows from the change left out; only that of the opening has an effect of
            // its own
            case ANNULMENT -> entry.after().status() == BusinessStatus.REGISTRATION_ANNULLED;
            case OPENING, FACTS, OPERATOR, SUSPENSION, RESUMPTION, DEREGISTRATION -> true;
        };
    }
}
