package io.hutong.tax.fact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One file of facts and how far it came; it goes on where it stood after any stop. */
public record FactsImport(
        UUID id,
        Instant receivedAt,
        String receivedBy,
        State state,
        int chunks,
        int nextChunk,
        long linesRead,
        long recorded,
        long broken,
        @Nullable Instant endedAt) {

    /** A file waits or is worked on until its last chunk is through. */
    public enum State {
        RUNNING,
        DONE
    }

    FactsImport after(long lines, long good, long bad, Instant now) {
        boolean last = nextChunk + 1 >= chunks;
        return new FactsImport(
                id,
                receivedAt,
                receivedBy,
                last ? State.DONE : State.RUNNING,
                chunks,
                nextChunk + 1,
                linesRead + lines,
                recorded + good,
                broken + bad,
                last ? now : null);
    }
}
