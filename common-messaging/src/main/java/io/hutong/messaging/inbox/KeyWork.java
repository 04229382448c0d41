package io.hutong.messaging.inbox;

import io.hutong.messaging.KeyExchange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Stores the data keys that a source wrapped for this service, and wakes what waited for them. */
final class KeyWork implements PollLoop.Work {
    private final KeyExchange keys;
    private final Rejections rejections;
    private final PremiseWaker waker;

    KeyWork(KeyExchange keys, Rejections rejections, PremiseWaker waker) {
        this.keys = keys;
        this.rejections = rejections;
        this.waker = waker;
    }

    @Override
    public void on(List<ConsumerRecord<String, byte[]>> records) {
        try {
            receive(records);
        } catch (IllegalArgumentException e) {
            records.forEach(this::receiveAlone);
        }
        waker.keysArrived();
    }

    private void receiveAlone(ConsumerRecord<String, byte[]> record) {
        try {
            receive(List.of(record));
        } catch (IllegalArgumentException e) {
            rejections.reject(record, "NOT_A_KEY_RECORD");
        }
    }

    private void receive(List<ConsumerRecord<String, byte[]>> records) {
        List<KeyExchange.Arrived> arrived = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> record : records) {
            arrived.add(new KeyExchange.Arrived(record.key() == null ? "" : record.key(), record.value()));
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> keys.receive(arrived));
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InfrastructureFailure("keys could not be stored", e);
        }
    }
}
