package io.hutong.messaging.inbox;

import java.util.List;

/** How one attempt at a batch ended. */
sealed interface Outcome {
    /** Committed. */
    record Done(boolean parkedAny) implements Outcome {}

    /** Nothing done: events are missing. */
    record Gaps(List<Gap> gaps) implements Outcome {}

    /**
     * Rolled back. The index of the event at which it failed, or -1 when only the commit failed; and whether it merely took
     * longer than a transaction may.
     */
    record Failed(int index, Throwable cause, boolean expired) implements Outcome {}
}
