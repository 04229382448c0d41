package io.hutong.messaging.relay;

import io.hutong.messaging.MessagingConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The one Kafka producer of the process: idempotent, acknowledged by all replicas, made on first use. */
@Singleton
public class EventProducer {
    private final MeterRegistry registry;
    private final Map<String, Object> settings;
    private @Nullable KafkaProducer<String, byte[]> producer;
    private @Nullable KafkaClientMetrics metrics;

    @Inject
    EventProducer(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            MessagingConfig config,
            MeterRegistry registry) {
        this(broker, config.service(), config.relay().deliveryTimeout(), registry);
    }

    public EventProducer(
            Map<String, Object> broker, String clientId, Duration deliveryTimeout, MeterRegistry registry) {
        this.registry = registry;
        this.settings = new HashMap<>(broker);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId + "-relay");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) deliveryTimeout.toMillis());
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    }

    /** Hands over one record; the answer fails when the broker did not take it. Never throws what the broker says. */
    public Future<?> send(String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, null, key, value);
        headers.forEach((name, text) -> put(record.headers(), name, text));
        return send(record);
    }

    /** Like the other, for a record that is made already. */
    public Future<?> send(ProducerRecord<String, byte[]> record) {
        try {
            return producer().send(record);
        } catch (KafkaException | IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Whether a send failed at once, and not because of its record: the next one would fail or wait as long. */
    static boolean brokerIsGone(Future<?> answer) throws InterruptedException {
        if (!answer.isDone()) {
            return false;
        }
        try {
            answer.get();
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof RetriableException
                    || e.getCause() instanceof AuthenticationException
                    || !(e.getCause() instanceof ApiException);
        }
    }

    /** Sends what is handed over without lingering. */
    public void flush() {
        producer().flush();
    }

    /** Gives the producer up; the next send makes another. */
    public synchronized void reset() {
        KafkaProducer<String, byte[]> old = producer;
        producer = null;
        if (metrics != null) {
            metrics.close();
            metrics = null;
        }
        if (old != null) {
            old.close(Duration.ZERO);
        }
    }

    @PreDestroy
    void close() {
        reset();
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        KafkaProducer<String, byte[]> current = producer;
        if (current == null) {
            current = new KafkaProducer<>(settings);
            producer = current;
            metrics = new KafkaClientMetrics(current);
            metrics.bindTo(registry);
        }
        return current;
    }

    private static void put(Headers headers, String name, String text) {
        headers.add(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
