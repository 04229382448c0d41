package io.hutong.web.imports;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a file has come: lines read, and of these taken, known before, refused; of those taken, how many have a hint that
 * something is doubtful, by its code.
 */
public record ImportView(
        String importId,
        String kind,
        State state,
        long lines,
        long taken,
        long known,
        long refused,
        SortedMap<String, Long> hints,
        Instant receivedAt,
        @Nullable Instant finishedAt) {
    public ImportView {
        hints = Collections.unmodifiableSortedMap(new TreeMap<>(hints));
    }

    /** A file that failed halfway goes on when it is sent again. */
    public enum State {
        RECEIVING,
        WAITING,
        RUNNING,
        FINISHED,
        FAILED
    }
}
