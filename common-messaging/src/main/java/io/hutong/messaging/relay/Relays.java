package io.hutong.messaging.relay;

import io.hutong.messaging.KeyExchange;
import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.TopicNames;
import io.hutong.messaging.outbox.CommitSignal;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Starts the relay of this process and stops it while the data source still lives. */
@Singleton
public class Relays {
    private final MessagingConfig config;
    private final DataSource dataSource;
    private final KeyExchange keys;
    private final EventProducer producer;
    private final OpenTelemetry telemetry;
    private final OwnTopics topics;
    private final SentNotice notice;
    private @Nullable Relay relay;

    Relays(
            MessagingConfig config,
            DataSource dataSource,
            KeyExchange keys,
            EventProducer producer,
            OpenTelemetry telemetry,
            OwnTopics topics,
            SentNotice notice) {
        this.config = config;
        this.dataSource = dataSource;
        this.keys = keys;
        this.producer = producer;
        this.telemetry = telemetry;
        this.topics = topics;
        this.notice = notice;
    }

    /** A relay of another owner, not started. */
    Relay relay(String owner, MessagingConfig.Relay settings, CommitSignal signal) {
        KeyRelay keyRelay = new KeyRelay(dataSource, keys, producer, TopicNames.keys(config.service()));
        RelayParts parts = new RelayParts(
                TopicNames.events(config.service()),
                new LaneLeases(dataSource, owner, settings.lease()),
                pending(owner),
                keyRelay,
                producer,
                new Publishing(telemetry),
                topics);
        return new Relay(parts, settings, signal);
    }

    PendingEvents pending(String owner) {
        return new PendingEvents(dataSource, owner, notice);
    }

    void start(@Observes StartupEvent event, CommitSignal signal) {
        if (config.relay().enabled()) {
            relay = relay(ownerName(), config.relay(), signal);
            relay.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (relay != null) {
            relay.stop();
        }
    }

    /** Since the relay's loop last went round; empty when it does not run here. */
    public Optional<Duration> sinceProgress() {
        return Optional.ofNullable(relay).map(Relay::sinceProgress);
    }

    /** Unique per process, so that a restarted process is another owner. */
    private String ownerName() {
        String name = config.instance().orElse(config.service());
        return name + "/" + ProcessHandle.current().pid() + "/"
                + UUID.randomUUID().toString().substring(0, 8);
    }
}
