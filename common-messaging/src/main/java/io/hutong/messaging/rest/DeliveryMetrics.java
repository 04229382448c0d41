package io.hutong.messaging.rest;

import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.inbox.Inbox;
import io.hutong.messaging.inbox.Inboxes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/** Gauges that need no broker, read afresh by a thread of its own so that a scrape never waits for the database. */
@Singleton
public class DeliveryMetrics implements Runnable {
    private static final Logger LOG = Logger.getLogger(DeliveryMetrics.class);
    private static final long EVERY_MILLIS = 2_000;
    private static final int ALARM_EVERY = 30;

    private final MeterRegistry registry;
    private final DeliveryStates states;
    private final Inboxes inboxes;
    private final MessagingConfig config;
    private final Thread thread = new Thread(this, "hutong-gauges");
    private volatile boolean stopping;
    private volatile DeliveryState state;

    DeliveryMetrics(MeterRegistry registry, DeliveryStates states, Inboxes inboxes, MessagingConfig config) {
        this.registry = registry;
        this.states = states;
        this.inboxes = inboxes;
        this.config = config;
        this.state = new DeliveryState(config.service(), 0, 0, List.of(), List.of());
    }

    void start(@Observes @Priority(Interceptor.Priority.APPLICATION + 1_000) StartupEvent event) {
        Gauge.builder("outbox.oldest.unsent.seconds", this, metrics -> metrics.state.oldestPendingSeconds())
                .register(registry);
        Gauge.builder("outbox.pending", this, metrics -> metrics.state.pending())
                .register(registry);
        for (Inbox inbox : inboxes.all()) {
            gauge("inbox.lag", inbox, DeliveryState.Reader::lag);
            gauge("inbox.parked", inbox, DeliveryState.Reader::parked);
            gauge("inbox.awaiting", inbox, DeliveryState.Reader::awaitingPremise);
            gauge("inbox.awaiting.longest.seconds", inbox, DeliveryState.Reader::longestAwaitingSeconds);
            gauge("inbox.heads.missing", inbox, DeliveryState.Reader::headsMissing);
            Gauge.builder("inbox.heads.whole.seconds", inbox, Inbox::secondsSinceWhole)
                    .tag("inbox", inbox.name())
                    .register(registry);
        }
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5_000);
    }

    @Override
    public void run() {
        for (int round = 0; !stopping; round++) {
            try {
                state = states.now();
                if (round % ALARM_EVERY == 0) {
                    alarm();
                }
            } catch (RuntimeException e) {
                LOG.debugf("gauges keep their values: %s", e.getClass().getSimpleName());
            }
            pause();
        }
    }

    private void alarm() {
        for (DeliveryState.Reader reader : state.inboxes()) {
            if (reader.longestAwaitingSeconds() > config.intake().premiseAlarm().toSeconds()) {
                LOG.warnf(
                        "%s: %d streams wait for a premise, the longest for %.0f s",
                        reader.inbox(), reader.awaitingPremise(), reader.longestAwaitingSeconds());
            }
        }
    }

    private void gauge(String name, Inbox inbox, ToDoubleFunction<DeliveryState.Reader> value) {
        Gauge.builder(name, this, metrics -> metrics.of(inbox, value))
                .tag("inbox", inbox.name())
                .register(registry);
    }

    private double of(Inbox inbox, ToDoubleFunction<DeliveryState.Reader> value) {
        return state.inboxes().stream()
                .filter(reader -> reader.inbox().equals(inbox.name()))
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void pause() {
        try {
            Thread.sleep(EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
