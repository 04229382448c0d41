package io.hutong.credit.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.publication.Publication.Receipt;
import io.hutong.credit.publication.Publication.Tries;
import io.hutong.credit.publication.PublicityPlatform.Shown;
import io.hutong.credit.publication.Reconciliation.Start;
import io.hutong.identity.BizId;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A platform of files showed nothing when its file was written; the order was acknowledged at another moment of the machine. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparePageTest {
    private static final UUID SUBJECT = UUID.fromString("019ab3c0-0000-7000-8000-00000000ab01");
    private static final Instant MACHINE = Instant.parse("2026-11-28T15:30:00Z");
    /** Months before, so that a simulated year may run on the machine in some minutes. */
    private static final Instant SIMULATED = Instant.parse("2026-07-01T01:00:00Z");

    private static final Duration FILE_AGE = Duration.ofMinutes(10);

    @Test
    void what_was_acknowledged_after_the_file_was_written_is_left_out_however_far_the_simulated_time_jumped()
            throws Exception {
        assertThat(orderedAgain(MACHINE.minus(Duration.ofMinutes(5)), SIMULATED.minus(Duration.ofDays(30))))
                .isEmpty();
    }

    @Test
    void what_was_acknowledged_before_is_missing_there_although_the_simulated_time_hardly_moved() throws Exception {
        assertThat(orderedAgain(MACHINE.minus(Duration.ofMinutes(11)), SIMULATED.minusSeconds(1)))
                .containsExactly(SUBJECT);
    }

    private static List<Object> orderedAgain(Instant stored, Instant acknowledged) throws Exception {
        List<Object> again = new ArrayList<>();
        Publication order = order(new Receipt(1, acknowledged, "R-1", stored));
        Publications publications = only(Publications.class, (proxy, method, arguments) -> {
            if (method.getName().equals("all")) {
                return List.of(order);
            }
            assertThat(method.getName()).isEqualTo("orderAgain");
            again.addAll(((Map<?, ?>) arguments[1]).keySet());
            return null;
        });
        Reconciliations runs = only(Reconciliations.class, (proxy, method, arguments) -> {
            assertThat(method.getName()).isEqualTo("put");
            return true;
        });
        var time = new CreditTime(Clock.fixed(SIMULATED, ZoneOffset.UTC), UUID::randomUUID);
        Reconciliation run = Reconciliation.begun(UUID.randomUUID(), "GSX", new Start(SIMULATED, "0017"));
        new ComparePage(publications, runs, time).handle(run, new Shown(List.of(), FILE_AGE), MACHINE);
        return again;
    }

    private static <T> T only(Class<T> port, InvocationHandler handler) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
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
}
