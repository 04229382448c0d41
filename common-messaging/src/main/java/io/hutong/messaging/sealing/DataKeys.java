package io.hutong.messaging.sealing;

import java.util.Optional;
import javax.crypto.SecretKey;

/** The data keys that this service made for its own events. */
public interface DataKeys {

    /**
     * The key to seal with, made and wrapped for its recipients on first use.
     *
     * @throws io.hutong.messaging.UnsendableEvent when the tenure's keys were erased
     */
    SecretKey forSealing(KeyId kid);

    /** Writes what {@link #forSealing} made since the last call; done by itself right before the commit. */
    void flush();

    /**
     * The key to open one's own fields with; empty when it does not exist.
     *
     * @throws io.hutong.messaging.Unsealer.NotForUs when it was erased
     */
    Optional<SecretKey> forOpening(KeyId kid);
}
