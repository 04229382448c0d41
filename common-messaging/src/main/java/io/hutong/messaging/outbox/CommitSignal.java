package io.hutong.messaging.outbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of this process when a transaction that appended events has committed. */
@Singleton
public final class CommitSignal {
    private final Semaphore semaphore = new Semaphore(0);

    /** Runs on the committing thread: only lets go. */
    public void committed() {
        semaphore.release();
    }

    /** Waits for a commit, at most this long; forgets the signals given before it returns. */
    public void await(Duration longest) throws InterruptedException {
        if (semaphore.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            semaphore.drainPermits();
        }
    }
}
