package io.hutong.messaging;

import java.util.Comparator;

/**
 * Place of an event in the stream of one business at one source: the version is gapless 1, 2, 3 …; the epoch is raised
 * when the source's database was restored from a backup. What an epoch states is later than all that an earlier one did.
 */
public record Position(int epoch, long version) implements Comparable<Position> {
    private static final Comparator<Position> LATER =
            Comparator.comparingInt(Position::epoch).thenComparingLong(Position::version);

    @Override
    public int compareTo(Position other) {
        return LATER.compare(this, other);
    }
}
