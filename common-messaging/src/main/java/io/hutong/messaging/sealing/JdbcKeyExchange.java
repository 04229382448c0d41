package io.hutong.messaging.sealing;

import io.hutong.messaging.KeyExchange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The queue of key records to send, and the store of those received. */
final class JdbcKeyExchange implements KeyExchange, KeyUnsealer.ReceivedKeyRecords {
    private final String service;
    private final PendingKeyTable queue;
    private final ReceivedKeys received;
    private final KeyCache cache;

    JdbcKeyExchange(String service, DataSource dataSource, KeyCache cache) {
        this.service = service;
        this.queue = new PendingKeyTable(dataSource);
        this.received = new ReceivedKeys(dataSource);
        this.cache = cache;
    }

    @Override
    public List<Pending> pending(int limit) {
        return queue.oldest(limit).stream()
                .map(waiting -> new Pending(
                        waiting.seq(), waiting.key().key(), waiting.key().value()))
                .toList();
    }

    @Override
    public void sent(List<Long> seqs) {
        queue.delete(seqs);
    }

    @Override
    public void receive(List<Arrived> records) {
        List<KeyRecord> ours = new ArrayList<>();
        for (Arrived arrived : records) {
            byte @Nullable [] value = arrived.value();
            KeyRecord key = KeyRecord.parse(arrived.key(), value);
            if (key.recipient().equals(service)) {
                ours.add(key);
            }
        }
        received.store(ours);
        ours.forEach(key -> cache.remove(key.kid().toString()));
    }

    @Override
    public Optional<KeyRecord> find(KeyId kid) {
        return received.find(kid, service);
    }

    @Override
    public List<KeyRecord> findAll(Collection<KeyId> kids) {
        return received.findAll(kids, service);
    }
}
