package io.hutong.systemtests.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How often each event id stands in a topic, read from the first record to the last. */
final class TopicRecords {

    private TopicRecords() {}

    static Map<String, Integer> timesById(Map<String, String> broker, String topic) {
        Properties settings = new Properties();
        settings.putAll(broker);
        settings.put("enable.auto.commit", "false");
        settings.put("max.poll.records", "5000");
        Map<String, Integer> times = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(500)).forEach(event -> times.merge(id(event), 1, Integer::sum));
            }
        }
        return times;
    }

    private static String id(ConsumerRecord<byte[], byte[]> event) {
        Header id = event.headers().lastHeader("ce_id");
        return id == null ? "no id" : new String(id.value(), StandardCharsets.UTF_8);
    }
}
