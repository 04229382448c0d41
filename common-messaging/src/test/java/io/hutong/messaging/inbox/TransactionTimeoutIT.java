package io.hutong.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.identity.BizId;
import io.hutong.messaging.ReceivedEvent;
import io.hutong.messaging.delivery.DeliveryServers;
import io.hutong.messaging.delivery.Effects;
import io.hutong.messaging.delivery.Register;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TransactionTimeoutIT {
    private static final Map<String, String> ONE_SECOND = Map.of("intake.transaction-timeout", "1s");

    @Inject
    OwnReaders readers;

    @Inject
    Effects effects;

    @Inject
    TransactionManager transactions;

    /** Streams whose listener outlasts its transaction; the value says how many times. */
    private final Map<BizId, AtomicInteger> slow = new ConcurrentHashMap<>();

    private volatile Duration pace = Duration.ZERO;

    private final Set<BizId> outlasted = ConcurrentHashMap.newKeySet();

    @Test
    void a_listener_that_outlasts_its_transaction_leaves_nothing_behind_and_is_tried_again() throws Exception {
        OwnReaders.Source source = readers.source("slow-once", URI.create("http://127.0.0.1:1"));
        BizId late = Register.newBusiness();
        List<BizId> all = List.of(late, Register.newBusiness(), Register.newBusiness());
        slow.put(late, new AtomicInteger(1));
        try (Register register = readers.register(source);
                OwnReaders.Reader reader = readers.start(source, this::take, ONE_SECOND)) {
            all.forEach(business -> register.sends(register.states(business, 3)));

            for (BizId business : all) {
                soon().untilAsserted(() -> assertThat(effects.of(business)).containsExactly(1L, 2L, 3L));
            }
            assertThat(outlasted).containsExactly(late);
            assertThat(effects.parked(source.path())).isZero();
            soon().until(() -> reader.inbox().failures() == 0);
        }
    }

    @Test
    void one_that_always_outlasts_it_is_poison_and_its_long_line_is_released_in_pieces_that_fit() throws Exception {
        OwnReaders.Source source = readers.source("slow-always", URI.create("http://127.0.0.1:1"));
        BizId never = Register.newBusiness();
        List<BizId> others = List.of(Register.newBusiness(), Register.newBusiness(), Register.newBusiness());
        slow.put(never, new AtomicInteger(Integer.MAX_VALUE));
        try (Register register = readers.register(source);
                OwnReaders.Reader reader = readers.start(source, this::take, ONE_SECOND)) {
            register.sends(register.states(never, 30));
            others.forEach(business -> register.sends(register.states(business, 3)));

            for (BizId business : others) {
                soon().untilAsserted(() -> assertThat(effects.of(business)).containsExactly(1L, 2L, 3L));
            }
            soon().untilAsserted(() -> assertThat(effects.parkedBecause(never)).isEqualTo("FAILED"));
            assertThat(effects.of(never)).isEmpty();
            soon().until(() -> reader.inbox().lag() == 0);

            slow.clear();
            pace = Duration.ofMillis(60);
            assertThat(reader.inbox().retry(never)).isEmpty();
            assertThat(effects.of(never))
                    .isEqualTo(LongStream.rangeClosed(1, 30).boxed().toList());
        }
    }

    /** Half of the effect before the transaction ends, the other half after it. */
    private void take(ReceivedEvent received) {
        BizId business = received.envelope().subject();
        AtomicInteger left = slow.getOrDefault(business, new AtomicInteger());
        if (left.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
            effects.write(received.envelope());
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> transactionStatus() != Status.STATUS_ACTIVE);
            outlasted.add(business);
        }
        await().pollInSameThread().pollDelay(pace).until(() -> true);
        effects.write(received.envelope());
    }

    private int transactionStatus() throws SystemException {
        return transactions.getStatus();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
    }
}
