package io.hutong.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.embedded.EmbeddedKafka;
import io.hutong.embedded.FreePort;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.inbox.OwnReaders;
import io.hutong.messaging.relay.OwnRelays;
import io.hutong.messaging.rest.DeliveryTables;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of its own, because it is stopped and started again. */
@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokerOutageIT {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Inject
    OwnReaders readers;

    @Inject
    OwnRelays relays;

    @Inject
    Outbox outbox;

    @Inject
    Effects effects;

    @Inject
    DeliveryTables tables;

    @TempDir
    Path directory;

    private final int port = FreePort.choose();
    private final int controller = FreePort.choose();
    private final List<BizId> businesses =
            IntStream.range(0, 20).mapToObj(i -> Register.newBusiness()).toList();
    private final String bootstrapServers = "127.0.0.1:" + port;
    private final Deque<EmbeddedKafka> running = new ArrayDeque<>();

    @Test
    void relay_and_reader_wait_quietly_for_the_broker_and_go_on_where_they_were() throws Exception {
        startBroker();
        Topic.make(bootstrapServers, "tax.events", "tax.keys");
        OwnReaders.Source source = OwnReaders.Source.of("outage", URI.create("http://127.0.0.1:1"), bootstrapServers);
        try (Register register = readers.register(source);
                OwnReaders.Reader reader = readers.start(source, received -> effects.write(received.envelope()));
                AutoCloseable relay = relays.insteadOfTheApplications(bootstrapServers, Duration.ofMinutes(2))) {
            append(3);
            businesses.forEach(business -> register.sends(register.states(business, 3)));
            assertTaken(3);
            soon().until(() -> tables.pending().count() == 0);

            stopBroker();
            append(4);
            assertThat(tables.pending().count()).isEqualTo(4L * businesses.size());
            assertIdle(
                    "hutong-relay",
                    "kafka-producer-network-thread | own-relay",
                    "hutong-inbox-" + source.topic(),
                    "hutong-inbox-" + source.keys(),
                    "hutong-premises");
            assertThat(tables.pending().count()).isEqualTo(4L * businesses.size());

            startBroker();
            businesses.forEach(business -> register.sends(register.states(business, 4)));
            assertTaken(7);
            soon().until(() -> tables.pending().count() == 0);
            soon().until(() -> reader.inbox().lag() == 0 && reader.inbox().failures() == 0);
            assertThat(effects.parked(source.path())).isZero();
            assertSentOnceInOrder(7);
        }
    }

    private void startBroker() {
        running.push(EmbeddedKafka.start(directory, port, controller));
    }

    @AfterEach
    void stopBroker() {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    private void append(int count) {
        for (BizId business : businesses) {
            QuarkusTransaction.requiringNew().run(() -> {
                for (int i = 0; i < count; i++) {
                    outbox.lock(business).append(OutboxIT.status(), OutboxIT.context());
                }
            });
        }
    }

    private void assertTaken(int versions) {
        for (BizId business : businesses) {
            soon().untilAsserted(() -> assertThat(effects.of(business)).isEqualTo(upTo(versions)));
        }
    }

    private void assertSentOnceInOrder(int versions) {
        Map<String, List<Long>> sent = Topic.all(bootstrapServers, "tax.events").stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.mapping(
                                record -> Long.valueOf(Topic.header(record, "ce_streamversion")),
                                Collectors.toList())));
        for (BizId business : businesses) {
            assertThat(sent.get(business.value())).isEqualTo(upTo(versions));
        }
    }

    /** Together these threads use less than a fifth of one processor while they wait. */
    private static void assertIdle(String... threads) {
        long before = cpuNanos(threads);
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        assertThat(Duration.ofNanos(cpuNanos(threads) - before)).isLessThan(Duration.ofMillis(600));
    }

    private static long cpuNanos(String... names) {
        long[] found = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> Arrays.asList(names).contains(thread.getName()))
                .mapToLong(Thread::getId)
                .toArray();
        assertThat(found.length).isGreaterThanOrEqualTo(names.length);
        return Arrays.stream(found).map(THREADS::getThreadCpuTime).sum();
    }

    private static List<Long> upTo(int version) {
        return LongStream.rangeClosed(1, version).boxed().toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
    }
}
