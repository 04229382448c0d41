package io.hutong.messaging;

import io.hutong.events.DomainEvent;

/** An event as it arrived: envelope and content; its sealed fields are opened by {@link Unsealer}. */
public record ReceivedEvent(Envelope envelope, DomainEvent event) {}
