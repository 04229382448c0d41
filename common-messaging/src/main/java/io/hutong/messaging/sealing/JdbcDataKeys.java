package io.hutong.messaging.sealing;

import io.hutong.events.Audience;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.TenureKeys;
import io.hutong.messaging.Unsealer;
import io.hutong.messaging.UnsendableEvent;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Data keys in the service's own database. Keys made in a transaction are known to that transaction alone until it has
 * committed; only then do they enter the cache. They are written in one go right before the commit.
 */
final class JdbcDataKeys implements DataKeys, SealingKeys, TenureKeys {
    private static final String RESOURCE = JdbcDataKeys.class.getName();

    /** What one transaction has seen and made. */
    private static final class InTransaction {
        final Map<OperatorTenureId, Map<String, KeyRecord>> stored = new HashMap<>();
        final Map<String, SecretKey> made = new HashMap<>();
        final Set<String> erased = new HashSet<>();
        final List<KeyRecord> unwritten = new ArrayList<>();
    }

    private final DataKeyTable table;
    private final PendingKeyTable queue;
    private final KeyWrapping wrapping;
    private final KeyCache cache;
    private final TransactionSynchronizationRegistry transactions;

    JdbcDataKeys(
            DataSource dataSource,
            KeyWrapping wrapping,
            KeyCache cache,
            TransactionSynchronizationRegistry transactions) {
        this.table = new DataKeyTable(dataSource);
        this.queue = new PendingKeyTable(dataSource);
        this.wrapping = wrapping;
        this.cache = cache;
        this.transactions = transactions;
    }

    @Override
    public SecretKey forSealing(KeyId kid) {
        InTransaction current = current();
        Optional<SecretKey> known = known(kid);
        if (known.isPresent()) {
            return known.get();
        }
        KeyRecord own = current.stored
                .computeIfAbsent(kid.tenure(), tenure -> table.own(tenure, wrapping.service()))
                .get(kid.toString());
        if (own == null) {
            return make(kid, current);
        }
        return unwrap(own).orElseThrow(() -> new UnsendableEvent("the keys of this tenure were erased"));
    }

    @Override
    public void prefetch(Collection<OperatorTenureId> tenures) {
        current().stored.putAll(table.own(tenures, wrapping.service()));
    }

    @Override
    public void flush() {
        write(current().unwritten);
    }

    private void write(List<KeyRecord> unwritten) {
        if (!unwritten.isEmpty()) {
            store(unwritten);
            unwritten.clear();
        }
    }

    @Override
    public Optional<SecretKey> forOpening(KeyId kid) {
        Optional<SecretKey> known = known(kid);
        if (known.isPresent()) {
            return known;
        }
        KeyRecord own = table.own(kid.tenure(), wrapping.service()).get(kid.toString());
        if (own == null) {
            return Optional.empty();
        }
        return Optional.of(unwrap(own).orElseThrow(() -> new Unsealer.NotForUs("the key was erased")));
    }

    @Override
    public int addRecipient(String service, int limit) {
        List<KeyRecord> added = new ArrayList<>();
        for (KeyRecord own : table.notYetFor(service, wrapping.service(), limit)) {
            unwrap(own)
                    .flatMap(key -> wrapping.wrap(key, own.kid(), service))
                    .ifPresent(wrapped -> added.add(new KeyRecord(own.kid(), service, wrapped)));
        }
        store(added);
        return added.size();
    }

    @Override
    public void erase(OperatorTenureId tenure) {
        flush();
        InTransaction current = current();
        List<KeyRecord> marks = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            KeyId kid = KeyId.of(wrapping.service(), tenure, audience);
            table.erase(kid, wrapping.service()).forEach(recipient -> marks.add(new KeyRecord(kid, recipient, null)));
            current.made.remove(kid.toString());
            current.erased.add(kid.toString());
            cache.remove(kid.toString());
        }
        current.stored.remove(tenure);
        marks.removeIf(mark -> mark.recipient().equals(wrapping.service()));
        queue.add(marks);
    }

    private SecretKey make(KeyId kid, InTransaction current) {
        SecretKey key = AesGcm.newKey();
        TreeSet<String> recipients = new TreeSet<>(kid.recipients());
        recipients.add(wrapping.service());
        for (String recipient : recipients) {
            wrapping.wrap(key, kid, recipient)
                    .ifPresent(wrapped -> current.unwritten.add(new KeyRecord(kid, recipient, wrapped)));
        }
        current.made.put(kid.toString(), key);
        return key;
    }

    /** The service's own copy stays in the table; only the others' are sent. */
    private void store(List<KeyRecord> keys) {
        table.insert(keys);
        queue.add(keys.stream()
                .filter(key -> !key.recipient().equals(wrapping.service()))
                .toList());
    }

    private Optional<SecretKey> known(KeyId kid) {
        SecretKey made =
                transactions.getTransactionKey() == null ? null : current().made.get(kid.toString());
        return made == null ? cache.find(kid.toString()) : Optional.of(made);
    }

    /** What is cached here was committed: the keys of the running transaction are found among those it made. */
    private Optional<SecretKey> unwrap(KeyRecord own) {
        byte @Nullable [] wrapped = own.wrapped();
        if (wrapped == null) {
            return Optional.empty();
        }
        SecretKey key = wrapping.unwrap(wrapped, own.kid());
        cache.put(own.kid().toString(), key);
        return Optional.of(key);
    }

    private InTransaction current() {
        if (transactions.getResource(RESOURCE) instanceof InTransaction current) {
            return current;
        }
        InTransaction started = new InTransaction();
        transactions.putResource(RESOURCE, started);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                write(started.unwritten);
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    started.made.forEach(cache::put);
                    started.erased.forEach(cache::remove);
                }
            }
        });
        return started;
    }
}
