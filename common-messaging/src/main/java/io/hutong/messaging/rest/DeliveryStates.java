package io.hutong.messaging.rest;

import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.inbox.Inbox;
import io.hutong.messaging.inbox.Inboxes;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts the state of delivery together. */
@Singleton
public class DeliveryStates {
    private final MessagingConfig config;
    private final Inboxes inboxes;
    private final DeliveryTables tables;

    DeliveryStates(MessagingConfig config, Inboxes inboxes, DeliveryTables tables) {
        this.config = config;
        this.inboxes = inboxes;
        this.tables = tables;
    }

    public DeliveryState now() {
        DeliveryTables.Backlog pending = tables.pending();
        List<DeliveryState.Reader> readers =
                inboxes.all().stream().map(this::reader).toList();
        return new DeliveryState(config.service(), pending.count(), pending.oldestSeconds(), tables.lanes(), readers);
    }

    private DeliveryState.Reader reader(Inbox inbox) {
        DeliveryTables.Backlog awaiting = tables.awaiting(inbox.source());
        return new DeliveryState.Reader(
                inbox.name(),
                inbox.source(),
                inbox.lag(),
                tables.parked(inbox.source()).count(),
                awaiting.count(),
                awaiting.oldestSeconds(),
                inbox.headsMissing(),
                inbox.failures());
    }
}
