package io.hutong.messaging.inbox;

import io.hutong.messaging.Position;
import io.hutong.messaging.outbox.EventDigest;
import java.util.Objects;

/** Compares an event with what is known of its stream. A pure function: the heart of exactly-once and of order. */
final class Sequencing {
    private Sequencing() {}

    static Step compare(Known known, boolean parked, Incoming incoming) {
        Position position = incoming.position();
        Position last = known.position();
        if (isRepetition(known, position)) {
            return position.version() == last.version() && !known.is(incoming) ? conflict(parked) : Step.DUPLICATE;
        }
        if (parked) {
            return Step.QUEUE;
        }
        if (position.epoch() < last.epoch() || position.version() <= last.version()) {
            return Step.CONFLICT;
        }
        if (position.version() > last.version() + 1) {
            return cannotBeFilled(incoming) ? Step.PARK : Step.GAP;
        }
        if (!Objects.equals(incoming.envelope().prevDigest(), EventDigest.hex(known.lastDigest()))) {
            return Step.CONFLICT;
        }
        return incoming.verdict() == null ? Step.APPLY : Step.PARK;
    }

    /** Of the same or an earlier epoch, and not beyond what was taken. */
    private static boolean isRepetition(Known known, Position position) {
        return position.version() <= known.position().version()
                && position.epoch() <= known.position().epoch();
    }

    private static boolean cannotBeFilled(Incoming incoming) {
        Incoming.Verdict verdict = incoming.verdict();
        return verdict != null && verdict.cause() == ParkCause.HISTORY_CONFLICT;
    }

    private static Step conflict(boolean parked) {
        return parked ? Step.QUEUE : Step.CONFLICT;
    }
}
