package io.hutong.credit.publication.adapter;

import io.hutong.credit.publication.SendNotices.Round;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The thread of one platform: a slow or dead one holds up no other. It rests longer the longer the platform is not there, and sends
 * fewer together the longer they do not go through: in the end one alone, which shows which it is.
 */
final class Sender implements Runnable {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final int MOST = 100;
    private static final long LOOK_AGAIN_MILLIS = 1_000;
    private static final long FIRST_REST_MILLIS = 500;
    private static final long LONGEST_REST_MILLIS = 30_000;
    private static final long STOP_WITHIN_MILLIS = 5_000;

    /** A round of sending. */
    @FunctionalInterface
    interface Work {
        Round round(int most) throws InterruptedException;
    }

    private final Work work;
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;
    private long rest = FIRST_REST_MILLIS;
    private int most = MOST;

    Sender(String code, Work work) {
        this.work = work;
        this.thread = new Thread(this, "hutong-platform-" + code);
    }

    void start() {
        thread.start();
    }

    void wake() {
        signal.release();
    }

    /** What it was sending is sent again by the next process. */
    void stop() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(STOP_WITHIN_MILLIS);
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                round();
            }
        } catch (InterruptedException ending) {
            LOG.debug("sender interrupted");
        }
    }

    private void round() throws InterruptedException {
        Round round = tried();
        if (round == Round.TOO_MANY || round == Round.NOT_REACHED) {
            most = Math.max(1, most / 2);
        } else {
            most = Math.min(MOST, most * 2);
        }
        if (round == Round.NOT_REACHED) {
            Thread.sleep(rest);
            rest = Math.min(2 * rest, LONGEST_REST_MILLIS);
            return;
        }
        rest = FIRST_REST_MILLIS;
        if (round == Round.NOTHING_WAITED && signal.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }

    /** A database that is away is waited for like the platform itself. */
    private Round tried() throws InterruptedException {
        try {
            return work.round(most);
        } catch (RuntimeException | LinkageError | StackOverflowError trouble) {
            LOG.warnf("orders are sent later: %s", trouble.getClass().getSimpleName());
            return Round.NOT_REACHED;
        }
    }
}
