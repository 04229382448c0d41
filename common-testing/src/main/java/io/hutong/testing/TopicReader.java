package io.hutong.testing;

import io.hutong.embedded.KafkaAccounts;
import io.hutong.identity.BizId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a topic from its beginning, without a group. Each call first takes everything that is there by now, so that it can
 * stand inside an Awaitility condition.
 */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<RawEvent> seen = new ArrayList<>();

    private TopicReader(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    public static TopicReader of(String topic) {
        Map<String, Object> settings = TestServers.running().brokerClient(KafkaAccounts.ADMINISTRATOR);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new TopicReader(consumer, partitions);
    }

    /** All records so far, in order per partition. */
    public synchronized List<RawEvent> all() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                seen.add(raw(message));
            }
        }
        return List.copyOf(seen);
    }

    /** The records of one business, in order. */
    public List<RawEvent> of(BizId bizId) {
        return all().stream().filter(event -> bizId.value().equals(event.key())).toList();
    }

    /** The wire types of the records of one business, in order. */
    public List<String> typesOf(BizId bizId) {
        return of(bizId).stream().map(event -> event.header("ce_type")).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static RawEvent raw(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : message.headers()) {
            byte[] value = header.value() == null ? new byte[0] : header.value();
            headers.put(header.key(), new String(value, StandardCharsets.UTF_8));
        }
        String key = message.key() == null ? "" : message.key();
        return new RawEvent(key, headers, message.value() == null ? new byte[0] : message.value());
    }
}
