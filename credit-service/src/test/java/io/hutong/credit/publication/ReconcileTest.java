package io.hutong.credit.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.publication.Publication.Receipt;
import io.hutong.credit.publication.Publication.Tries;
import io.hutong.identity.BizId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A platform of files showed nothing when its file was written; the order was acknowledged at another moment of the machine. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconcileTest {
    private static final UUID SUBJECT = UUID.fromString("019ab3c0-0000-7000-8000-00000000ab01");
    private static final Instant MACHINE = Instant.parse("2026-11-28T15:30:00Z");
    /** Months before, so that a simulated year may run on the machine in some minutes. */
    private static final Instant SIMULATED = Instant.parse("2026-07-01T01:00:00Z");

    private static final Duration FILE_AGE = Duration.ofMinutes(10);

    @Test
    void what_was_acknowledged_after_the_file_was_written_is_left_out_however_far_the_simulated_time_jumped()
            throws Exception {
        assertThat(compared(MACHINE.minus(Duration.ofMinutes(5)), SIMULATED.minus(Duration.ofDays(30))))
                .isEmpty();
    }

    @Test
    void what_was_acknowledged_before_is_missing_there_although_the_simulated_time_hardly_moved() throws Exception {
        assertThat(compared(MACHINE.minus(Duration.ofMinutes(11)), SIMULATED.minusSeconds(1)))
                .containsExactly(SUBJECT);
    }

    private static List<UUID> compared(Instant stored, Instant acknowledged) throws Exception {
        var time = new CreditTime(Clock.fixed(SIMULATED, ZoneOffset.UTC), UUID::randomUUID);
        var kept = new Kept(order(new Receipt(1, acknowledged, "R-1", stored)));
        return new Reconcile(() -> Map.of("GSX", new ShowsNothing()), kept, kept, time)
                .handle("GSX")
                .orElseThrow()
                .differences();
    }

    private static Publication order(Receipt receipt) {
        var fact = new PublishedFact(
                SUBJECT,
                FactKind.ABNORMAL_ENTRY,
                BizId.of("019ab3c0-0000-7000-8000-0000000000b1"),
                Map.of("ground", "ABN_REPORT"),
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2027, 6, 30));
        return new Publication("GSX", fact, true, 1, SIMULATED, receipt, new Tries(0, null));
    }

    /** By a file of that age. */
    private static final class ShowsNothing implements PublicityPlatform {
        @Override
        public Answer send(List<Publication> orders) {
            return new Answer.Unanswered();
        }

        @Override
        public Shown shown(@Nullable UUID after) {
            return new Shown(List.of(), FILE_AGE);
        }
    }

    /** One order, and the machine's time. */
    private record Kept(Publication order, List<UUID> orderedAgain) implements Publications, Reconciliations {
        Kept(Publication order) {
            this(order, new ArrayList<>());
        }

        @Override
        public Instant databaseTime() {
            return MACHINE;
        }

        @Override
        public List<Publication> all(String platform, @Nullable UUID after, int limit) {
            return after == null ? List.of(order) : List.of();
        }

        @Override
        public void orderAgain(String platform, Map<UUID, Integer> shownInstead, Instant since) {
            orderedAgain.addAll(shownInstead.keySet());
        }

        @Override
        public void put(Reconciliation done) {
            assertThat(done.at()).isEqualTo(SIMULATED);
            assertThat(done.differences()).isEqualTo(orderedAgain);
        }

        @Override
        public Optional<Reconciliation> of(String platform) {
            return Optional.empty();
        }

        @Override
        public void show(String platform, Collection<PublishedFact> facts, Urgency urgency, Instant since) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void hide(Collection<UUID> subjectIds, Urgency urgency, Instant since) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<UUID> shownTooLong(String platform, LocalDate today, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void hide(String platform, Collection<UUID> subjectIds, Urgency urgency, Instant since) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Publication> of(UUID subjectId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Publication> pending(String platform, @Nullable Place after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Standing standing(String platform) {
            throw new UnsupportedOperationException();
        }
    }
}
