package io.hutong.messaging.sealing;

import io.hutong.events.Sealed;
import io.hutong.messaging.Unsealer;
import io.hutong.messaging.codec.JacksonEventCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.SecretKey;

/** Several services with key files of their own, and what travels between them, in memory. */
public final class SealingWorld {
    public static final Set<String> SERVICES =
            new TreeSet<>(Set.of("registration", "tax", "credit", "subsidy", "exchange"));

    private final Path directory;
    private final Map<String, KeyWrapping> wrappings = new HashMap<>();
    private final Map<String, MemoryKeys> keys = new HashMap<>();

    public SealingWorld(Path directory, String... services) {
        this.directory = directory;
        KeyFiles.create(directory, services);
        for (String service : services) {
            KeyWrapping wrapping = new KeyWrapping(keyRing(service));
            wrappings.put(service, wrapping);
            keys.put(service, new MemoryKeys(wrapping));
        }
    }

    /** For tests that seal nothing. */
    public static FieldSealer sealingNothing() {
        return withoutKeys(new IllegalStateException("nothing is to be sealed here"));
    }

    /** Whoever asks for a key gets this failure. */
    public static FieldSealer withoutKeys(RuntimeException failure) {
        return new FieldSealer("nobody", new DataKeys() {
            @Override
            public SecretKey forSealing(KeyId kid) {
                throw failure;
            }

            @Override
            public void flush() {
                // Nothing was made.
            }

            @Override
            public Optional<SecretKey> forOpening(KeyId kid) {
                return Optional.empty();
            }
        });
    }

    public KeyRing keyRing(String service) {
        return FileKeyRing.load(directory, service);
    }

    public KeyWrapping wrapping(String service) {
        return of(wrappings, service);
    }

    public FieldSealer sealer(String producer) {
        return new FieldSealer(producer, of(keys, producer));
    }

    public MemoryKeys keys(String producer) {
        return of(keys, producer);
    }

    /** The unsealer of this service, which has received every key record that the others made. */
    public Unsealer unsealer(String service) {
        Map<KeyId, KeyRecord> received = new HashMap<>();
        for (MemoryKeys producer : keys.values()) {
            for (KeyRecord made : producer.records) {
                KeyRecord arrived = KeyRecord.parse(made.key(), made.value());
                if (arrived.recipient().equals(service)) {
                    received.put(arrived.kid(), arrived);
                }
            }
        }
        return new KeyUnsealer(
                wrapping(service),
                of(keys, service),
                kid -> Optional.ofNullable(received.get(kid)),
                new KeyCache(100, Duration.ofMinutes(1)),
                JacksonEventCodec.clearJson());
    }

    /** Whether this service can open the field. */
    public boolean opens(String service, Sealed<?> field, Class<?> type) {
        try {
            unsealer(service).open(cast(field), type);
            return true;
        } catch (Unsealer.NotForUs e) {
            return false;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Sealed<T> cast(Sealed<?> field) {
        return (Sealed<T>) field;
    }

    private static <T> T of(Map<String, T> map, String service) {
        T value = map.get(service);
        if (value == null) {
            throw new IllegalArgumentException("no service " + service);
        }
        return value;
    }

    /** Data keys without a database; wrapped for the recipients, not for the producer. */
    public static final class MemoryKeys implements DataKeys {
        private final KeyWrapping wrapping;
        private final Map<KeyId, SecretKey> byKid = new HashMap<>();
        public final List<KeyRecord> records = new ArrayList<>();

        MemoryKeys(KeyWrapping wrapping) {
            this.wrapping = wrapping;
        }

        @Override
        public SecretKey forSealing(KeyId kid) {
            return byKid.computeIfAbsent(kid, name -> {
                SecretKey key = AesGcm.newKey();
                for (String recipient : kid.recipients()) {
                    wrapping.wrap(key, kid, recipient)
                            .ifPresent(wrapped -> records.add(new KeyRecord(kid, recipient, wrapped)));
                }
                return key;
            });
        }

        @Override
        public void flush() {
            // Nothing is written anywhere.
        }

        @Override
        public Optional<SecretKey> forOpening(KeyId kid) {
            return Optional.ofNullable(byKid.get(kid));
        }
    }
}
