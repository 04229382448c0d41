package io.hutong.credit.publication;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A public platform of somebody else: takes orders, each safe to repeat, and tells what it shows. */
public interface PublicityPlatform {
    /** How many orders it takes together. */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /** Sends the orders together: all are acknowledged or none. */
    Answer send(List<Publication> orders) throws InterruptedException;

    /** What it shows at present behind that fact, in order of the facts. */
    Shown shown(@Nullable UUID after) throws InterruptedException, NotReachable;

    /** What it said. */
    sealed interface Answer {
        /** It has taken all of them; the number is its own. */
        record Acknowledged(String receipt) implements Answer {}

        /** It took none and says why: at least one is not to its liking. */
        record Refused(String reason) implements Answer {}

        /** It has them, and answers later; they are asked about again. */
        record Unanswered() implements Answer {}

        /** It was not there, or said nothing that can be understood. */
        record NotReached(String trouble) implements Answer {}
    }

    /** A page of what it showed so long ago; nothing follows an empty page. */
    record Shown(List<Item> items, Duration age) {
        /** One fact in the version that it shows. */
        public record Item(UUID subjectId, int version) {}
    }

    /** It does not tell what it shows. */
    final class NotReachable extends Exception {
        private static final long serialVersionUID = 1L;

        public NotReachable(String trouble) {
            super(trouble);
        }
    }
}
