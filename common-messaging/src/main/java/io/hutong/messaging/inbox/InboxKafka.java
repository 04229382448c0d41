package io.hutong.messaging.inbox;

import io.hutong.messaging.relay.EventProducer;
import jakarta.inject.Singleton;
import java.util.Map;

/** The two ends of Kafka that an inbox needs. */
@Singleton
final class InboxKafka {
    private final EventProducer producer;
    private final ConsumerSettings consumers;

    InboxKafka(EventProducer producer, ConsumerSettings consumers) {
        this.producer = producer;
        this.consumers = consumers;
    }

    EventProducer producer() {
        return producer;
    }

    Map<String, Object> readerOf(String group) {
        return consumers.forGroup(group);
    }
}
