package io.hutong.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.hutong.embedded.KafkaAccounts;
import io.hutong.messaging.sealing.KeyRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends records as they are, good or bad; returns when the broker has them. */
public final class TopicWriter implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    private TopicWriter(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    public static TopicWriter open() {
        Map<String, Object> settings = TestServers.running().brokerClient(KafkaAccounts.ADMINISTRATOR);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // at a topic made a moment ago the first request may be turned away and the next be taken
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return new TopicWriter(new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    /** Sends the events in this order. */
    public void send(String topic, List<RawEvent> events) {
        List<Future<?>> sent = new ArrayList<>();
        for (RawEvent event : events) {
            ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, event.key(), event.body());
            event.headers()
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            sent.add(producer.send(message));
        }
        await(sent);
    }

    public void send(String topic, RawEvent... events) {
        send(topic, List.of(events));
    }

    /** Sends key records, for example to {@code registration.keys}. */
    public void sendKeys(String topic, List<KeyRecord> keys) {
        List<Future<?>> sent = new ArrayList<>();
        for (KeyRecord key : keys) {
            sent.add(producer.send(new ProducerRecord<>(topic, key.key(), key.value())));
        }
        await(sent);
    }

    @Override
    public void close() {
        producer.close();
    }

    private static void await(List<Future<?>> sent) {
        try {
            for (Future<?> one : sent) {
                one.get(30, SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not take the records", e);
        }
    }
}
