package io.hutong.messaging.rest;

import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.inbox.Inbox;
import io.hutong.messaging.inbox.Inboxes;
import io.hutong.messaging.relay.Relays;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Alive while relay and readers go round, whatever they wait for: only a stuck thread asks for a restart. */
@Liveness
@Singleton
public class LoopsAlive implements HealthCheck {
    private static final Duration STUCK = Duration.ofMinutes(3);

    private final MessagingConfig config;
    private final Relays relays;
    private final Inboxes inboxes;

    LoopsAlive(MessagingConfig config, Relays relays, Inboxes inboxes) {
        this.config = config;
        this.relays = relays;
        this.inboxes = inboxes;
    }

    @Override
    public HealthCheckResponse call() {
        Duration relay = relays.sinceProgress().orElse(Duration.ZERO);
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("delivery loops").withData("relay.seconds", relay.toSeconds());
        boolean alive = relay.compareTo(STUCK) < 0;
        if (config.intake().enabled()) {
            for (Inbox inbox : inboxes.all()) {
                answer.withData(inbox.name() + ".seconds", inbox.sinceProgress().toSeconds());
                alive &= inbox.sinceProgress().compareTo(STUCK) < 0;
            }
        }
        return answer.status(alive).build();
    }
}
