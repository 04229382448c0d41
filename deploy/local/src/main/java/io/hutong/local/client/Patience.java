package io.hutong.local.client;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Asks again while a service is away, which the supervisor starts again within seconds, or while it says that its database
 * is. Only for calls that may be repeated: reads, and those with an idempotency key.
 */
public final class Patience {
    private static final int UNAVAILABLE = 503;

    private final Duration limit;
    private final Duration pause;

    public Patience(Duration limit, Duration pause) {
        this.limit = limit;
        this.pause = pause;
    }

    /** The first answer; a service that was not there from the beginning is not waited for. */
    public Answer first(Supplier<Answer> call) {
        try {
            return call.get();
        } catch (NoAnswer e) {
            if (!e.sent()) {
                throw e;
            }
            return next(call);
        }
    }

    /** The first answer of a service that had answered before; the last failure where none came within the limit. */
    public Answer next(Supplier<Answer> call) {
        long until = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                return call.get();
            } catch (NoAnswer | Refusal e) {
                boolean forGood = e instanceof Refusal refusal && refusal.status() != UNAVAILABLE;
                if (forGood || System.nanoTime() - until >= 0) {
                    throw e;
                }
            }
            Polling.pause(pause);
        }
    }
}
