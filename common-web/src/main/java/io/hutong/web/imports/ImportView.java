package io.hutong.web.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a file has come: lines read, and of these taken, known before, refused. */
public record ImportView(
        String importId,
        String kind,
        State state,
        long lines,
        long taken,
        long known,
        long refused,
        Instant receivedAt,
        @Nullable Instant finishedAt) {

    /** A file that failed halfway goes on when it is sent again. */
    public enum State {
        RECEIVING,
        WAITING,
        RUNNING,
        FINISHED,
        FAILED
    }
}
