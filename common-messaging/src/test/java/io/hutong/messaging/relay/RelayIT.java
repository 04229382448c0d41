package io.hutong.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.TaxEvent;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.KeyExchange;
import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.delivery.DeliveryServers;
import io.hutong.messaging.delivery.Topic;
import io.hutong.messaging.outbox.CommitSignal;
import io.hutong.messaging.outbox.Lanes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RelayIT {
    @Inject
    Relays relays;

    @Inject
    MessagingConfig config;

    @Inject
    Outbox outbox;

    @Inject
    DataSource dataSource;

    @Inject
    KeyExchange keys;

    @Inject
    OpenTelemetry telemetry;

    @Inject
    OwnTopics topics;

    @Test
    void two_relays_share_the_lanes_and_the_second_takes_those_of_a_stopped_one() throws Exception {
        Relay crashing = relays.relay("crashing-" + UUID.randomUUID(), config.relay(), new CommitSignal());
        crashing.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> crashing.lanes().size() >= 8);
        List<BizId> businesses = businesses(40);
        append(businesses, 5);

        crashing.crash();
        Set<Integer> orphaned = crashing.lanes();
        append(businesses, 5);

        await().atMost(Duration.ofSeconds(15)).until(() -> pending() == 0);
        assertThat(orphaned).isNotEmpty();
        assertFirstDeliveriesInOrder(businesses, 10);
        assertThat(lanesOf("crashing-%")).isZero();
    }

    @Test
    void a_relay_that_ends_in_order_gives_its_lanes_back_at_once() throws Exception {
        Relay leaving = relays.relay("leaving-" + UUID.randomUUID(), config.relay(), new CommitSignal());
        leaving.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> leaving.lanes().size() >= 8);

        leaving.stop();

        assertThat(lanesOf("leaving-%")).isZero();
        List<BizId> businesses = businesses(40);
        append(businesses, 2);
        await().atMost(Duration.ofSeconds(10)).until(() -> pending() == 0);
        assertFirstDeliveriesInOrder(businesses, 2);
    }

    @Test
    void a_relay_whose_lease_went_to_another_reads_and_deletes_nothing_any_more() throws Exception {
        String zombie = "zombie-" + UUID.randomUUID();
        LaneLeases leases = new LaneLeases(dataSource, zombie, Duration.ofSeconds(3));
        PendingEvents pending = relays.pending(zombie);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            leases.share();
            return leases.held().size() >= 4;
        });
        BizId business = businessIn(leases.held().stream()
                .filter(lane -> lane != Lanes.KEYS)
                .findFirst()
                .orElseThrow());
        leases.renew();
        append(List.of(business), 1);
        List<PendingEvent> read = pending.read(1000).stream()
                .filter(event -> event.bizId().equals(business.value()))
                .toList();
        assertThat(read).hasSize(1);

        int lane = read.get(0).lane();
        update("update relay_lane set fencing = fencing + 1 where lane = ?", lane);
        pending.delete(read);
        assertThat(count("select count(*) from event_pending where lane = ?", String.valueOf(lane)))
                .isEqualTo(1);

        await().atMost(Duration.ofSeconds(15)).until(() -> lanesOf("zombie-%") == 0 && pending() == 0);

        assertThat(pending.read(1000)).isEmpty();
        assertThat(timesSent(business)).isEqualTo(1);
    }

    @Test
    void a_relay_without_a_broker_waits_for_it_once_a_round_and_not_for_every_event() throws Exception {
        Set<String> tried = ConcurrentHashMap.newKeySet();
        AtomicInteger rounds = new AtomicInteger();
        EventProducer stranded =
                new EventProducer(Map.of(), "stranded", Duration.ofSeconds(15), new SimpleMeterRegistry()) {
                    @Override
                    public Future<?> send(
                            String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> all) {
                        tried.add(String.valueOf(key));
                        rounds.incrementAndGet();
                        return CompletableFuture.failedFuture(new TimeoutException("no metadata"));
                    }
                };
        String owner = "stranded-" + UUID.randomUUID();
        RelayParts parts = new RelayParts(
                "tax.events",
                new LaneLeases(dataSource, owner, config.relay().lease()),
                relays.pending(owner),
                new KeyRelay(dataSource, keys, stranded, "tax.keys"),
                stranded,
                new Publishing(telemetry),
                topics);
        Relay relay = new Relay(parts, config.relay(), new CommitSignal());
        relay.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> relay.lanes().size() >= 8);
        BizId first = businessIn(eventLane(relay));
        List<BizId> businesses = List.of(first, businessIn(Lanes.of(first)), businessIn(Lanes.of(first)));
        QuarkusTransaction.requiringNew()
                .run(() -> businesses.stream()
                        .sorted()
                        .forEach(business -> outbox.lock(business).append(status(), context())));

        await().atMost(Duration.ofSeconds(10)).until(() -> rounds.get() >= 3);
        relay.stop();

        assertThat(tried).hasSize(1);
        await().atMost(Duration.ofSeconds(10)).until(() -> pending() == 0);
    }

    private static int eventLane(Relay relay) {
        return relay.lanes().stream()
                .filter(lane -> lane != Lanes.KEYS)
                .findFirst()
                .orElseThrow();
    }

    private void update(String sql, int value) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, value);
            update.executeUpdate();
        }
    }

    private void append(List<BizId> businesses, int times) {
        for (int i = 0; i < times; i++) {
            for (BizId business : businesses) {
                QuarkusTransaction.requiringNew()
                        .run(() -> outbox.lock(business).append(status(), context()));
            }
        }
    }

    private static void assertFirstDeliveriesInOrder(List<BizId> businesses, int versions) {
        Map<String, List<ConsumerRecord<String, byte[]>>> byBusiness =
                Topic.all(broker(), "tax.events").stream().collect(Collectors.groupingBy(ConsumerRecord::key));
        for (BizId business : businesses) {
            Set<Integer> seen = new HashSet<>();
            List<Integer> first = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : byBusiness.getOrDefault(business.value(), List.of())) {
                int version = Integer.parseInt(Topic.header(record, "ce_streamversion"));
                if (seen.add(version)) {
                    first.add(version);
                }
            }
            assertThat(first)
                    .isEqualTo(IntStream.rangeClosed(1, versions).boxed().toList());
        }
    }

    private static long timesSent(BizId business) {
        return Topic.all(broker(), "tax.events").stream()
                .filter(record -> business.value().equals(record.key()))
                .count();
    }

    private static List<BizId> businesses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new BizId(UUID.randomUUID()))
                .toList();
    }

    private static BizId businessIn(int lane) {
        BizId business = new BizId(UUID.randomUUID());
        while (Lanes.of(business) != lane) {
            business = new BizId(UUID.randomUUID());
        }
        return business;
    }

    private static String broker() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    private static TaxEvent.StatusChanged status() {
        return new TaxEvent.StatusChanged(TaxEvent.StatusChanged.Status.NORMAL, LocalDate.of(2026, 1, 1));
    }

    private static EventContext context() {
        return new EventContext(
                Instant.parse("2026-11-24T01:00:00Z"),
                LocalDate.of(2026, 11, 24),
                DivisionCode.of("620702"),
                UUID.randomUUID(),
                null,
                null);
    }

    private long pending() throws SQLException {
        return count("select count(*) from event_pending where 'x' <> ?", "");
    }

    private long lanesOf(String owner) throws SQLException {
        return count("select count(*) from relay_lane where owner like ?", owner);
    }

    private long count(String sql, String value) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
