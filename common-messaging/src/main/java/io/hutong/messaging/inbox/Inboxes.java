package io.hutong.messaging.inbox;

import io.hutong.messaging.EventListener;
import io.hutong.messaging.MassWorkPace;
import io.hutong.messaging.MessagingConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The inboxes of this service: one for each configured topic, each with the listener of that name. */
@Singleton
public class Inboxes implements MassWorkPace.Backlog {
    private final MessagingConfig config;
    private final InboxParts parts;
    private final ServiceTokens tokens;
    private final PremiseWaker waker;
    private final Map<String, EventListener> listeners = new TreeMap<>();
    private final List<Inbox> all = new ArrayList<>();

    Inboxes(MessagingConfig config, InboxParts parts, ServiceTokens tokens, @Any Instance<EventListener> listeners) {
        this.config = config;
        this.parts = parts;
        this.tokens = tokens;
        this.waker = new PremiseWaker(config.intake());
        listeners.forEach(listener -> this.listeners.put(listener.inbox(), listener));
    }

    /** Late: whatever else the service does at its start comes first. */
    void start(@Observes @Priority(Interceptor.Priority.APPLICATION + 900) StartupEvent event) {
        for (String name : listeners.keySet()) {
            if (!config.inbox().containsKey(name)) {
                throw new IllegalStateException("hutong.messaging.inbox.\"" + name + "\" is not configured");
            }
        }
        new TreeMap<>(config.inbox()).forEach((name, from) -> all.add(make(name, from)));
        if (config.intake().enabled()) {
            waker.start();
            all.forEach(Inbox::start);
        }
    }

    /** Joins the threads while data source and transactions still live. */
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        if (config.intake().enabled()) {
            for (Inbox inbox : all) {
                inbox.stop();
            }
            waker.stop();
        }
    }

    @Override
    public long waiting() {
        return all.stream().mapToLong(inbox -> Math.max(0, inbox.lag())).sum();
    }

    public List<Inbox> all() {
        return List.copyOf(all);
    }

    public Optional<Inbox> named(String name) {
        return all.stream().filter(inbox -> inbox.name().equals(name)).findFirst();
    }

    private Inbox make(String name, MessagingConfig.Inbox from) {
        EventListener listener = listeners.get(name);
        if (listener == null) {
            throw new IllegalStateException("no EventListener for the configured inbox " + name);
        }
        HttpSource source =
                new HttpSource(from.sourceUrl(), tokens, config.client().timeout());
        return parts.inbox(name, from, listener, source, waker);
    }
}
