package io.hutong.messaging.inbox;

import io.hutong.messaging.relay.EventProducer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;

/** The two ends of Kafka that an inbox needs, and where their figures go. */
@Singleton
final class InboxKafka {
    private final EventProducer producer;
    private final ConsumerSettings consumers;
    private final MeterRegistry registry;

    InboxKafka(EventProducer producer, ConsumerSettings consumers, MeterRegistry registry) {
        this.producer = producer;
        this.consumers = consumers;
        this.registry = registry;
    }

    EventProducer producer() {
        return producer;
    }

    Map<String, Object> readerOf(String group) {
        return consumers.forGroup(group);
    }

    MeterRegistry registry() {
        return registry;
    }
}
