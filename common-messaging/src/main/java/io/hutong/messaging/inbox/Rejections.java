package io.hutong.messaging.inbox;

import io.hutong.messaging.TopicNames;
import io.hutong.messaging.relay.EventProducer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts what is no event of its topic on {@code <topic>.rejected}, bytes and headers as they came, and says why. */
final class Rejections {
    private static final Logger LOG = Logger.getLogger(Rejections.class);

    private final EventProducer producer;
    private final String topic;
    private final String service;

    Rejections(EventProducer producer, String topic, String service) {
        this.producer = producer;
        this.topic = TopicNames.rejected(topic);
        this.service = service;
    }

    /** Returns when the broker has it. */
    void reject(ConsumerRecord<String, byte[]> record, String reason) {
        ProducerRecord<String, byte[]> rejected = new ProducerRecord<>(topic, null, record.key(), record.value());
        record.headers().forEach(header -> rejected.headers().add(header));
        send(rejected, reason, record.topic() + "/" + record.partition() + "/" + record.offset());
    }

    /** An event whose place in its stream does not exist at its source. */
    void reject(Incoming incoming, String reason) {
        ProducerRecord<String, byte[]> rejected =
                new ProducerRecord<>(topic, null, incoming.bizId().value(), incoming.body());
        for (Map.Entry<String, String> header : incoming.headers().entrySet()) {
            put(rejected.headers(), header.getKey(), header.getValue());
        }
        Incoming.Origin origin = incoming.origin();
        send(rejected, reason, origin.topic() + "/" + origin.partition() + "/" + origin.offset());
    }

    private void send(ProducerRecord<String, byte[]> rejected, String reason, String from) {
        put(rejected.headers(), "reason", reason);
        put(rejected.headers(), "rejectedby", service);
        put(rejected.headers(), "rejectedfrom", from);
        try {
            producer.send(rejected).get(15, TimeUnit.SECONDS);
            LOG.warnf("rejected record %s: %s", from, reason);
        } catch (ExecutionException | TimeoutException e) {
            throw new InfrastructureFailure("the broker did not take a rejected record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureFailure("interrupted while rejecting a record", e);
        }
    }

    private static void put(Headers headers, String name, @Nullable String text) {
        headers.remove(name);
        headers.add(name, text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8));
    }
}
