package io.hutong.messaging.sealing;

import io.hutong.messaging.KeyExchange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The queue of key records to send, wrapped as they leave, and the store of those received. */
final class JdbcKeyExchange implements KeyExchange, KeyUnsealer.ReceivedKeyRecords {
    private final KeyWrapping wrapping;
    private final PendingKeyTable queue;
    private final DataKeyTable made;
    private final ReceivedKeys received;
    private final KeyCache cache;

    JdbcKeyExchange(KeyWrapping wrapping, DataSource dataSource, KeyCache cache) {
        this.wrapping = wrapping;
        this.queue = new PendingKeyTable(dataSource);
        this.made = new DataKeyTable(dataSource);
        this.received = new ReceivedKeys(dataSource);
        this.cache = cache;
    }

    /** A recipient whose public key is gone again gets nothing; it is a recipient to be added later. */
    @Override
    public List<Pending> pending(int limit) {
        List<PendingKeyTable.Waiting> waiting = queue.oldest(limit, wrapping.service());
        Map<String, Boolean> reached = new HashMap<>();
        List<PendingKeyTable.Waiting> unreachable = waiting.stream()
                .filter(next -> next.key().isToWrap())
                .filter(next -> !reached.computeIfAbsent(next.key().recipient(), wrapping::reaches))
                .toList();
        if (!unreachable.isEmpty()) {
            made.forget(unreachable.stream().map(PendingKeyTable.Waiting::key).toList());
            queue.delete(unreachable.stream().map(PendingKeyTable.Waiting::seq).toList());
            return pending(limit);
        }
        return waiting.stream().map(this::wrapped).toList();
    }

    private Pending wrapped(PendingKeyTable.Waiting next) {
        KeyRecord key = next.key().isToWrap() ? wrapped(next.key(), next.own()) : next.key();
        return new Pending(next.seq(), key.key(), key.value());
    }

    /** Erased, if the key was erased while its record waited; never because a row is missing, as nothing undoes an erasure. */
    private KeyRecord wrapped(KeyRecord key, @Nullable KeyRecord own) {
        if (own == null) {
            throw new SealingFailure("no key " + key.kid() + " to wrap for " + key.recipient());
        }
        byte @Nullable [] kept = own.wrapped();
        if (kept == null) {
            return new KeyRecord(key.kid(), key.recipient(), null);
        }
        SecretKey dataKey = cache.find(key.kid().toString()).orElseGet(() -> wrapping.unwrap(kept, key.kid()));
        return wrapping.wrap(dataKey, key.kid(), key.recipient())
                .map(bytes -> new KeyRecord(key.kid(), key.recipient(), bytes))
                .orElseThrow(() -> new SealingFailure("the public key of " + key.recipient() + " is gone"));
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
            if (!isForAnother(arrived.key())) {
                ours.add(KeyRecord.parse(arrived.key(), value));
            }
        }
        received.store(ours);
        ours.forEach(key -> cache.remove(key.kid().toString()));
    }

    /** By its key alone: most records on a topic are for others, and reading their values is for nothing. */
    private boolean isForAnother(String key) {
        return KeyRecord.recipientOf(key)
                .filter(recipient -> !recipient.equals(wrapping.service()))
                .isPresent();
    }

    @Override
    public Optional<KeyRecord> find(KeyId kid) {
        return received.find(kid, wrapping.service());
    }

    @Override
    public List<KeyRecord> findAll(Collection<KeyId> kids) {
        return received.findAll(kids, wrapping.service());
    }
}
