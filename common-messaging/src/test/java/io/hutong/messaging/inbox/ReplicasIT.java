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
import java.net.URI;
import java.sql.SQLRecoverableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplicasIT {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    /** The shortest session that the broker allows. */
    private static final Map<String, String> REPLICA = Map.of("kafka.session.timeout.ms", "6000", "intake.batch", "50");

    @Inject
    OwnReaders readers;

    @Inject
    Effects effects;

    @Test
    void two_replicas_share_the_work_and_one_takes_all_when_the_other_is_stopped() throws Exception {
        OwnReaders.Source source = readers.source("replicas-stopped", NOWHERE);
        List<BizId> businesses = businesses(40);
        Replica first = new Replica();
        Replica second = new Replica();
        try (Register register = readers.register(source);
                OwnReaders.Reader staying = readers.start(source, first, REPLICA);
                OwnReaders.Reader leaving = readers.start(source, second, REPLICA)) {
            soon().until(() -> staying.inbox().lag() == 0 && leaving.inbox().lag() == 0);
            businesses.forEach(business -> register.sends(register.states(business, 10)));
            soon().until(() -> first.taken.get() > 20 && second.taken.get() > 20);
            second.holdTheNext();
            businesses.forEach(business -> register.sends(register.states(business, 10)));
            assertThat(second.holding.await(20, TimeUnit.SECONDS)).isTrue();

            leaving.inbox().askToStop();
            second.letGo.countDown();
            leaving.close();

            assertEachTookEffectOnce(businesses, 20);
            assertThat(effects.parked(source.path())).isZero();
        }
    }

    @Test
    void what_a_killed_replica_had_in_its_hands_is_taken_by_the_other_once_and_in_order() throws Exception {
        OwnReaders.Source source = readers.source("replicas-killed", NOWHERE);
        List<BizId> businesses = businesses(40);
        Replica first = new Replica();
        Replica second = new Replica();
        try (Register register = readers.register(source);
                OwnReaders.Reader staying = readers.start(source, first, REPLICA)) {
            OwnReaders.Reader dying = readers.start(source, second, REPLICA);
            soon().until(() -> staying.inbox().lag() == 0 && dying.inbox().lag() == 0);
            businesses.forEach(business -> register.sends(register.states(business, 10)));
            soon().until(() -> second.taken.get() > 20);
            second.holdTheNext();
            businesses.forEach(business -> register.sends(register.states(business, 10)));
            assertThat(second.holding.await(20, TimeUnit.SECONDS)).isTrue();

            dying.crash();

            assertEachTookEffectOnce(businesses, 20);
            assertThat(effects.parked(source.path())).isZero();
        }
    }

    private void assertEachTookEffectOnce(List<BizId> businesses, int versions) {
        List<Long> right = LongStream.rangeClosed(1, versions).boxed().toList();
        for (BizId business : businesses) {
            soon().untilAsserted(() -> assertThat(effects.of(business)).isEqualTo(right));
        }
    }

    private static List<BizId> businesses(int count) {
        return IntStream.range(0, count).mapToObj(i -> Register.newBusiness()).toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
    }

    /** Writes an effect for each event, and stops in the middle of a transaction when it is told to. */
    private final class Replica implements Consumer<ReceivedEvent> {
        final AtomicInteger taken = new AtomicInteger();
        final CountDownLatch holding = new CountDownLatch(1);
        final CountDownLatch letGo = new CountDownLatch(1);
        private volatile boolean hold;

        void holdTheNext() {
            hold = true;
        }

        @Override
        public void accept(ReceivedEvent received) {
            effects.write(received.envelope());
            taken.incrementAndGet();
            if (hold) {
                holding.countDown();
                waitUntilLetGo();
            }
        }

        private void waitUntilLetGo() {
            try {
                letGo.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("killed", new SQLRecoverableException(e));
            }
        }
    }
}
