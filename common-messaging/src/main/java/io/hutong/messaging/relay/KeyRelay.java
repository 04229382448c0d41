package io.hutong.messaging.relay;

import io.hutong.messaging.DeliveryFailure;
import io.hutong.messaging.KeyExchange;
import io.hutong.messaging.Sql;
import io.hutong.messaging.outbox.Lanes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Sends waiting key records before the events that need them. The relay that holds the lane of keys sends; the others
 * wait for it, for a while: a reader copes with an event that comes before its key.
 */
final class KeyRelay {
    private static final int BATCH = 500;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    private final DataSource dataSource;
    private final KeyExchange keys;
    private final EventProducer producer;
    private final String topic;
    private long waitingSince;

    KeyRelay(DataSource dataSource, KeyExchange keys, EventProducer producer, String topic) {
        this.dataSource = dataSource;
        this.keys = keys;
        this.producer = producer;
        this.topic = topic;
    }

    /** Whether events may be sent now: no key is waiting any more. */
    boolean ready(Set<Integer> heldLanes) throws InterruptedException {
        if (!anyWaiting()) {
            waitingSince = 0;
            return true;
        }
        if (heldLanes.contains(Lanes.KEYS)) {
            sendAll();
            return true;
        }
        long now = System.nanoTime();
        if (waitingSince == 0) {
            waitingSince = now;
        }
        return now - waitingSince > PATIENCE;
    }

    private boolean anyWaiting() {
        return Sql.call(dataSource, "look for waiting keys", connection -> {
            try (PreparedStatement query = connection.prepareStatement("select seq from key_pending limit 1");
                    ResultSet row = query.executeQuery()) {
                return row.next();
            }
        });
    }

    private void sendAll() throws InterruptedException {
        List<KeyExchange.Pending> batch = pending();
        while (!batch.isEmpty()) {
            List<Future<?>> answers = new ArrayList<>(batch.size());
            for (KeyExchange.Pending key : batch) {
                Future<?> answer = producer.send(topic, key.key(), key.value(), Map.of());
                answers.add(answer);
                if (EventProducer.brokerIsGone(answer)) {
                    break;
                }
            }
            for (Future<?> answer : answers) {
                acknowledged(answer);
            }
            List<Long> sent = batch.stream().map(KeyExchange.Pending::seq).toList();
            QuarkusTransaction.requiringNew().run(() -> keys.sent(sent));
            batch = pending();
        }
    }

    private List<KeyExchange.Pending> pending() {
        return QuarkusTransaction.requiringNew().call(() -> keys.pending(BATCH));
    }

    private static void acknowledged(Future<?> answer) throws InterruptedException {
        try {
            answer.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new DeliveryFailure("the broker did not take a key record", e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new DeliveryFailure("the broker did not answer for a key record", e);
        }
    }
}
