package io.hutong.messaging.relay;

import io.hutong.messaging.KeyExchange;
import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.TopicNames;
import io.hutong.messaging.outbox.CommitSignal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** A relay to another broker, in the place of the application's. */
@Singleton
public class OwnRelays {
    private final Relays relays;
    private final MessagingConfig config;
    private final DataSource dataSource;
    private final KeyExchange keys;
    private final OpenTelemetry telemetry;
    private final OwnTopics topics;
    private final CommitSignal signal;

    OwnRelays(
            Relays relays,
            MessagingConfig config,
            DataSource dataSource,
            KeyExchange keys,
            OpenTelemetry telemetry,
            OwnTopics topics,
            CommitSignal signal) {
        this.relays = relays;
        this.config = config;
        this.dataSource = dataSource;
        this.keys = keys;
        this.telemetry = telemetry;
        this.topics = topics;
        this.signal = signal;
    }

    /** Runs until it is closed; then the application's starts again. */
    public AutoCloseable insteadOfTheApplications(String bootstrapServers, Duration deliveryTimeout)
            throws InterruptedException {
        relays.stop(new ShutdownEvent());
        String owner = "own-" + UUID.randomUUID();
        EventProducer producer = new EventProducer(
                Map.of("bootstrap.servers", bootstrapServers), "own", deliveryTimeout, new SimpleMeterRegistry());
        RelayParts parts = new RelayParts(
                TopicNames.events(config.service()),
                new LaneLeases(dataSource, owner, config.relay().lease()),
                relays.pending(owner),
                new KeyRelay(dataSource, keys, producer, TopicNames.keys(config.service())),
                producer,
                new Publishing(telemetry),
                topics);
        Relay relay = new Relay(parts, config.relay(), new CommitSignal());
        relay.start();
        return () -> {
            relay.stop();
            producer.reset();
            relays.start(new StartupEvent(), signal);
        };
    }
}
