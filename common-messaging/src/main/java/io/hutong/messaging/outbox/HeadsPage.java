package io.hutong.messaging.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source has stated after a position, in log order; {@code next} is where to go on, {@code last} where its log ends,
 * which a source of before 2026-12 does not tell.
 */
public record HeadsPage(
        List<Head> heads, long next, @Nullable Long last) {
    public HeadsPage {
        heads = List.copyOf(heads);
    }

    /** Whether the log no longer has a position that it once had: its database was restored from a backup. */
    public boolean endsBefore(long position) {
        return last != null && last < position;
    }

    /** One event: its place in the log and in its stream, and its age by the clock of the source's database. */
    public record Head(long position, String bizId, int epoch, long version, long ageMillis) {}
}
