package io.hutong.testing;

import io.hutong.messaging.sealing.DataKeys;
import io.hutong.messaging.sealing.KeyId;
import io.hutong.messaging.sealing.KeyRecord;
import io.hutong.messaging.sealing.KeyWrapping;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/** Data keys of a source that exists only in a test; wrapped as the real one wraps them. */
final class MemoryDataKeys implements DataKeys {
    private final KeyWrapping wrapping;
    private final Map<KeyId, SecretKey> keys = new HashMap<>();
    private final List<KeyRecord> unsent = new ArrayList<>();

    MemoryDataKeys(KeyWrapping wrapping) {
        this.wrapping = wrapping;
    }

    @Override
    public synchronized SecretKey forSealing(KeyId kid) {
        return keys.computeIfAbsent(kid, this::make);
    }

    @Override
    public void flush() {
        // Kept until they are taken.
    }

    @Override
    public synchronized Optional<SecretKey> forOpening(KeyId kid) {
        return Optional.ofNullable(keys.get(kid));
    }

    /** The key records made since the last call. */
    synchronized List<KeyRecord> take() {
        List<KeyRecord> taken = List.copyOf(unsent);
        unsent.clear();
        return taken;
    }

    private SecretKey make(KeyId kid) {
        SecretKey key = newKey();
        for (String recipient : kid.recipients()) {
            wrapping.wrap(key, kid, recipient).ifPresent(wrapped -> unsent.add(new KeyRecord(kid, recipient, wrapped)));
        }
        return key;
    }

    private static SecretKey newKey() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            return generator.generateKey();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }
}
