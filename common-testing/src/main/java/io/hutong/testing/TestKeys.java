package io.hutong.testing;

import io.hutong.events.Sealed;
import io.hutong.messaging.Unsealer;
import io.hutong.messaging.codec.JacksonEventCodec;
import io.hutong.messaging.sealing.DataKeys;
import io.hutong.messaging.sealing.FileKeyRing;
import io.hutong.messaging.sealing.KeyCache;
import io.hutong.messaging.sealing.KeyId;
import io.hutong.messaging.sealing.KeyRecord;
import io.hutong.messaging.sealing.KeyUnsealer;
import io.hutong.messaging.sealing.KeyWrapping;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Opens sealed fields as a given service could, with nothing but its own key files and the key records it can read. */
public final class TestKeys implements Unsealer {
    private final Unsealer unsealer;

    private TestKeys(String service, Collection<KeyRecord> records) {
        Map<KeyId, KeyRecord> received = new HashMap<>();
        records.stream().filter(key -> key.recipient().equals(service)).forEach(key -> received.put(key.kid(), key));
        KeyWrapping wrapping =
                new KeyWrapping(FileKeyRing.load(HutongTestResource.keys(TestServers.running()), service));
        this.unsealer = new KeyUnsealer(
                wrapping,
                new NoDataKeys(),
                kid -> Optional.ofNullable(received.get(kid)),
                new KeyCache(1_000, Duration.ofMinutes(1)),
                JacksonEventCodec.clearJson());
    }

    /** With the records that stand on the key topic of this producer now. */
    public static TestKeys of(String service, String producer) {
        try (TopicReader reader = TopicReader.of(producer + ".keys")) {
            return new TestKeys(
                    service,
                    reader.all().stream()
                            .map(raw -> KeyRecord.parse(raw.key(), raw.body().length == 0 ? null : raw.body()))
                            .toList());
        }
    }

    @Override
    public <T> T open(Sealed<T> sealed, Class<T> type) {
        return unsealer.open(sealed, type);
    }

    /** The producer's own keys are in its database and not to be had here. */
    private static final class NoDataKeys implements DataKeys {
        @Override
        public SecretKey forSealing(KeyId kid) {
            throw new UnsupportedOperationException("opens only");
        }

        @Override
        public void flush() {
            // Nothing is made.
        }

        @Override
        public Optional<SecretKey> forOpening(KeyId kid) {
            return Optional.empty();
        }
    }
}
