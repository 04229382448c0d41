package io.hutong.messaging.sealing;

import io.hutong.events.Sealed;
import io.hutong.messaging.AwaitingPremise;
import io.hutong.messaging.Unsealer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Opens sealed fields: its own with the keys it made, the others' with the keys that were wrapped for this service. */
public final class KeyUnsealer implements Unsealer {

    /** Keys that other services wrapped for this one. */
    public interface ReceivedKeyRecords {
        Optional<KeyRecord> find(KeyId kid);

        /** Those of many that have arrived. */
        default List<KeyRecord> findAll(Collection<KeyId> kids) {
            return kids.stream().flatMap(kid -> find(kid).stream()).toList();
        }
    }

    /** Turns the opened JSON into the value. */
    public interface ClearJson {
        <T> T read(byte[] json, Class<T> type);
    }

    private final KeyWrapping wrapping;
    private final DataKeys own;
    private final ReceivedKeyRecords received;
    private final KeyCache cache;
    private final ClearJson json;

    public KeyUnsealer(
            KeyWrapping wrapping, DataKeys own, ReceivedKeyRecords received, KeyCache cache, ClearJson json) {
        this.wrapping = wrapping;
        this.own = own;
        this.received = received;
        this.cache = cache;
        this.json = json;
    }

    @Override
    public <T> T open(Sealed<T> sealed, Class<T> type) {
        if (sealed instanceof Sealed.Open<T> open) {
            return type.cast(open.value());
        }
        Sealed.Closed<T> closed = (Sealed.Closed<T>) sealed;
        if (!FieldSealer.ALG.equals(closed.alg())) {
            throw new SealingFailure("unknown algorithm of a sealed field");
        }
        SecretKey key = key(parse(closed.kid()));
        return json.read(AesGcm.open(key, closed.iv(), FieldSealer.bound(closed.binding()), closed.ct()), type);
    }

    @Override
    public void prefetch(Collection<Sealed<?>> fields) {
        try {
            received.findAll(unknown(fields)).forEach(key -> {
                byte @Nullable [] wrapped = key.wrapped();
                if (wrapped != null) {
                    cache.put(key.kid().toString(), wrapping.unwrap(wrapped, key.kid()));
                }
            });
        } catch (SealingFailure told) {
            // whoever opens the field is told
        }
    }

    private Set<KeyId> unknown(Collection<Sealed<?>> fields) {
        Set<KeyId> unknown = new LinkedHashSet<>();
        for (Sealed<?> field : fields) {
            if (field instanceof Sealed.Closed<?> closed) {
                KeyId kid = parse(closed.kid());
                if (!kid.producer().equals(wrapping.service())
                        && cache.find(kid.toString()).isEmpty()) {
                    unknown.add(kid);
                }
            }
        }
        return unknown;
    }

    private SecretKey key(KeyId kid) {
        if (kid.producer().equals(wrapping.service())) {
            return own.forOpening(kid).orElseThrow(() -> new SealingFailure("no such key was made here"));
        }
        return cache.find(kid.toString()).orElseGet(() -> {
            KeyRecord key = received.find(kid).orElseThrow(() -> absent(kid));
            byte @Nullable [] wrapped = key.wrapped();
            if (wrapped == null) {
                throw new NotForUs("the key was erased");
            }
            SecretKey unwrapped = wrapping.unwrap(wrapped, kid);
            cache.put(kid.toString(), unwrapped);
            return unwrapped;
        });
    }

    private RuntimeException absent(KeyId kid) {
        return kid.recipients().contains(wrapping.service())
                ? new AwaitingPremise("the data key " + kid + " has not arrived yet")
                : new NotForUs("the field is not for " + wrapping.service());
    }

    private static KeyId parse(String kid) {
        try {
            return KeyId.parse(kid);
        } catch (IllegalArgumentException e) {
            throw new SealingFailure("a sealed field names no key", e);
        }
    }
}
