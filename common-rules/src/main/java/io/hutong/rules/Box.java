package io.hutong.rules;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A part of all cases: for each fact, by its place in the rule set, a bit for every candidate value that it may have.
 * Not a record: arrays have no equality.
 */
final class Box {
    private final long[] allowed;

    private Box(long[] allowed) {
        this.allowed = allowed;
    }

    static Box everything(int facts) {
        long[] all = new long[facts];
        Arrays.fill(all, -1L);
        return new Box(all);
    }

    /** The part in which that fact has one of these values. */
    Box only(int fact, long values) {
        long[] less = allowed.clone();
        less[fact] &= values;
        return new Box(less);
    }

    long allowed(int fact) {
        return allowed[fact];
    }

    /** What lies in both; null where some fact would have no value left. */
    @Nullable
    Box meet(Box other) {
        long[] both = new long[allowed.length];
        for (int fact = 0; fact < both.length; fact++) {
            both[fact] = allowed[fact] & other.allowed[fact];
            if (both[fact] == 0) {
                return null;
            }
        }
        return new Box(both);
    }

    /** Whether every case of the other lies in this one. */
    boolean covers(Box other) {
        for (int fact = 0; fact < allowed.length; fact++) {
            if ((other.allowed[fact] & ~allowed[fact]) != 0) {
                return false;
            }
        }
        return true;
    }
}
