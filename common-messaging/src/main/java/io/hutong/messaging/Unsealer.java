package io.hutong.messaging;

import io.hutong.events.Sealed;
import java.util.Collection;

/** Opens sealed fields with this service's own private key. */
public interface Unsealer {

    /**
     * The clear value.
     *
     * @throws AwaitingPremise when the data key has not arrived yet
     * @throws NotForUs when this service is not among the recipients, or the key was erased
     */
    <T> T open(Sealed<T> sealed, Class<T> type);

    /** Reads the keys of many fields in one go; what cannot be read is told when it is opened. */
    default void prefetch(Collection<Sealed<?>> fields) {}

    /** This service may not (or may no longer) open the field. */
    class NotForUs extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotForUs(String message) {
            super(message);
        }
    }
}
