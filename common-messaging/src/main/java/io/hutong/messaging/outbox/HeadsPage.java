package io.hutong.messaging.outbox;

import java.util.List;

/** What a source has stated after a position, in log order; {@code next} is where to go on. */
public record HeadsPage(List<Head> heads, long next) {
    public HeadsPage {
        heads = List.copyOf(heads);
    }

    /** One event: its place in the log and in its stream, and its age by the clock of the source's database. */
    public record Head(long position, String bizId, int epoch, long version, long ageMillis) {}
}
