package io.hutong.events;

import io.hutong.identity.OperatorTenureId;
import java.util.Arrays;
import java.util.Objects;

/**
 * A personal or secret field of an event. It is written in clear only in memory of the producer ({@link Open}); in every
 * log, topic and table it is AES-256-GCM cipher text under a data key of one operator tenure and one audience, bound to
 * the event's id and its own place in the event ({@link Closed}). Neither form prints its content.
 */
public sealed interface Sealed<T> {

    /** Marks a value to be sealed when its event is appended. */
    static <T> Sealed<T> under(OperatorTenureId tenure, Audience audience, T value) {
        return new Open<>(tenure, audience, value);
    }

    /** Not yet sealed: exists only between the use case and the outbox. */
    record Open<T>(OperatorTenureId tenure, Audience audience, T value) implements Sealed<T> {
        @Override
        public String toString() {
            return "Sealed.Open[" + audience + "]";
        }
    }

    /**
     * Sealed. {@code kid} names the data key, {@code binding} (event id and JSON pointer, not part of the JSON) is the
     * additional authenticated data without which it cannot be opened.
     */
    record Closed<T>(String kid, String alg, byte[] iv, byte[] ct, String binding) implements Sealed<T> {
        public Closed {
            iv = iv.clone();
            ct = ct.clone();
        }

        @Override
        public byte[] iv() {
            return iv.clone();
        }

        @Override
        public byte[] ct() {
            return ct.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Closed<?> that
                    && kid.equals(that.kid)
                    && alg.equals(that.alg)
                    && Arrays.equals(iv, that.iv)
                    && Arrays.equals(ct, that.ct);
        }

        @Override
        public int hashCode() {
            return Objects.hash(kid, alg, Arrays.hashCode(iv), Arrays.hashCode(ct));
        }

        @Override
        public String toString() {
            return "Sealed.Closed[" + kid + "]";
        }
    }
}
