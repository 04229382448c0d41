package io.hutong.messaging.outbox;

import io.hutong.identity.BizId;

/** The lanes of the outbox: sixteen for events, by a hash of the business that never changes, and one for keys. */
public final class Lanes {
    public static final int EVENTS = 16;
    public static final int KEYS = 16;
    public static final int ALL = 17;

    private Lanes() {}

    public static int of(BizId bizId) {
        long bits = bizId.uuid().getMostSignificantBits() ^ bizId.uuid().getLeastSignificantBits();
        bits ^= bits >>> 32;
        bits ^= bits >>> 16;
        bits ^= bits >>> 8;
        bits ^= bits >>> 4;
        return (int) (bits & (EVENTS - 1));
    }
}
