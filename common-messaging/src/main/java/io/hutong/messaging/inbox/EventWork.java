package io.hutong.messaging.inbox;

import io.hutong.messaging.NotACloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What an inbox does with the records of its topic: events to the database, the rest to {@code .rejected}. */
final class EventWork implements PollLoop.Work {
    private final Intake intake;
    private final Delivery delivery;
    private final Rejections rejections;
    private final HeadsCheck heads;
    private final PremiseWaker waker;
    private boolean young;

    EventWork(Intake intake, Delivery delivery, Rejections rejections, HeadsCheck heads, PremiseWaker waker) {
        this.intake = intake;
        this.delivery = delivery;
        this.rejections = rejections;
        this.heads = heads;
        this.waker = waker;
    }

    private record Refused(ConsumerRecord<String, byte[]> record, String reason) {}

    @Override
    public void on(List<ConsumerRecord<String, byte[]>> records) {
        List<Incoming> batch = new ArrayList<>(records.size());
        List<Refused> refused = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                Incoming.Origin origin = new Incoming.Origin(record.topic(), record.partition(), record.offset());
                batch.add(intake.read(headers(record), record.value(), origin));
            } catch (NotACloudEvent e) {
                refused.add(new Refused(record, String.valueOf(e.getMessage())));
            }
        }
        delivery.take(batch);
        young = areYounger(System.currentTimeMillis() - heads.grace().toMillis() / 2, records, batch);
        refused.forEach(one -> rejections.reject(one.record(), one.reason()));
        if (!batch.isEmpty()) {
            waker.streamsAdvanced();
        }
    }

    /**
     * On a busy topic the end is never seen. What was stated within the grace is not asked for by the comparison with the heads;
     * were older events still to come, from the topic or from the outbox of the source, it would fetch each of them.
     */
    @Override
    public boolean almostCaughtUp() {
        return young;
    }

    /** Whether all were stated, and sent, after this moment in milliseconds since 1970. */
    static boolean areYounger(long moment, List<ConsumerRecord<String, byte[]>> records, List<Incoming> batch) {
        return records.stream().allMatch(record -> record.timestamp() > moment)
                && batch.stream()
                        .allMatch(incoming ->
                                incoming.envelope().context().occurredAt().toEpochMilli() > moment);
    }

    @Override
    public void caughtUp() {
        heads.whenDue();
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return headers;
    }
}
