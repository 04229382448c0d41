package io.hutong.messaging;

import io.hutong.events.Sealed;

/** Opens sealed fields with this service's own private key. */
public interface Unsealer {

    /**
     * The clear value.
     *
     * @throws AwaitingPremise when the data key has not arrived yet
     * @throws NotForUs when this service is not among the recipients, or the key was erased
     */
    <T> T open(Sealed<T> sealed, Class<T> type);

    /** This service may not (or may no longer) open the field. */
    class NotForUs extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotForUs(String message) {
            super(message);
        }
    }
}
