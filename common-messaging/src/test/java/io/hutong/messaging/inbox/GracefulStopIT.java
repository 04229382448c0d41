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
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GracefulStopIT {
    private static final int EVENTS = 60;
    private static final Map<String, String> BATCHES_OF_20 = Map.of("intake.batch", "20");

    @Inject
    OwnReaders readers;

    @Inject
    Effects effects;

    private final BizId business = Register.newBusiness();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch inTheMiddle = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile boolean connectionBreaks;

    @Test
    void a_batch_under_way_ends_with_its_offset_and_the_restart_begins_behind_it() throws Exception {
        OwnReaders.Source source = readers.source("stop-commits", URI.create("http://127.0.0.1:1"));
        try (Register register = readers.register(source)) {
            stopInTheMiddle(source, register);

            int taken = effects.of(business).size();
            assertThat(taken).isPositive().isLessThan(EVENTS).isEqualTo(calls.get());

            restart(source);
            assertThat(calls).hasValue(EVENTS);
        }
    }

    @Test
    void a_batch_that_fails_while_the_service_stops_leaves_nothing_and_comes_again() throws Exception {
        OwnReaders.Source source = readers.source("stop-rolls-back", URI.create("http://127.0.0.1:1"));
        connectionBreaks = true;
        try (Register register = readers.register(source)) {
            stopInTheMiddle(source, register);

            assertThat(effects.of(business)).isEmpty();
            assertThat(effects.parked(source.path())).isZero();

            connectionBreaks = false;
            restart(source);
        }
    }

    private void stopInTheMiddle(OwnReaders.Source source, Register register) throws Exception {
        register.sends(register.states(business, EVENTS));
        try (OwnReaders.Reader reader = readers.start(source, this::take, BATCHES_OF_20)) {
            assertThat(inTheMiddle.await(20, TimeUnit.SECONDS)).isTrue();
            reader.inbox().askToStop();
            asked.countDown();
        }
    }

    private void restart(OwnReaders.Source source) throws Exception {
        try (OwnReaders.Reader reader = readers.start(source, this::take, BATCHES_OF_20)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> reader.inbox().lag() == 0);
        }
        assertThat(effects.of(business))
                .isEqualTo(LongStream.rangeClosed(1, EVENTS).boxed().toList());
    }

    private void take(ReceivedEvent received) {
        calls.incrementAndGet();
        effects.write(received.envelope());
        if (received.envelope().position().version() == 5) {
            inTheMiddle.countDown();
            waitForTheStop();
        }
        if (connectionBreaks && received.envelope().position().version() == 7) {
            throw new IllegalStateException("as a mapper would wrap it", new SQLRecoverableException("gone", "08S01"));
        }
    }

    private void waitForTheStop() {
        try {
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
