package io.hutong.registration.register;

import io.hutong.events.AbnormalGround;
import io.hutong.events.RegistrationEvent.SeparateRegistered;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a business was in the separate register (另册), in order. It is a mark over what is registered and no kind of change (readers
 * of the contract know those that there are): below it a suspension of trade goes on or ends, and when the mark goes, what is
 * registered then shows again (Order 103 art. 32-33).
 */
public record SeparateRegister(List<Term> terms) {
    public static final SeparateRegister NEVER = new SeparateRegister(List.of());

    public SeparateRegister {
        terms = List.copyOf(terms);
    }

    /** From {@code since} on, by that entry in the abnormal list; the ground is absent where the register does not know that entry. */
    public record Term(
            LocalDate since,
            AbnormalEntryId entryId,
            @Nullable AbnormalGround ground,
            Instant recordedAt,
            @Nullable End end) {
        /** How the register states it to everybody. */
        public SeparateRegistered statement(UnifiedSocialCreditCode uscc) {
            return new SeparateRegistered(uscc, since, entryId, ground);
        }

        private boolean covers(LocalDate day, Instant knownAt) {
            boolean begun = !recordedAt.isAfter(knownAt) && !since.isAfter(day);
            boolean over = end != null
                    && !end.recordedAt().isAfter(knownAt)
                    && !end.restoredOn().isAfter(day);
            return begun && !over;
        }
    }

    /** From that day on the business is counted as registered again. */
    public record End(LocalDate restoredOn, Instant recordedAt) {}

    /** The term that has not ended. */
    public Optional<Term> present() {
        return terms.stream().filter(term -> term.end() == null).findFirst();
    }

    /** Whether it was there on that day, as far as it was recorded at that moment. */
    public boolean on(LocalDate day, Instant knownAt) {
        return terms.stream().anyMatch(term -> term.covers(day, knownAt));
    }

    public SeparateRegister entered(Term term) {
        List<Term> more = new ArrayList<>(terms);
        more.add(term);
        return new SeparateRegister(more);
    }

    public SeparateRegister left(LocalDate on, Instant at) {
        return new SeparateRegister(terms.stream()
                .map(term -> term.end() != null
                        ? term
                        : new Term(term.since(), term.entryId(), term.ground(), term.recordedAt(), new End(on, at)))
                .toList());
    }
}
