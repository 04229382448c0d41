package io.hutong.messaging.inbox;

import io.hutong.identity.BizId;
import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.relay.Causes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tries streams that wait for a premise again: at once when keys arrived or another stream went on, and at intervals. A
 * thread of its own, one for all inboxes of the service, because the premise may come by another one.
 */
final class PremiseWaker implements Runnable {
    private static final Logger LOG = Logger.getLogger(PremiseWaker.class);
    private static final int ROUND = 500;
    private static final long SHORTEST_MILLIS = 200;

    /** The parked streams of one inbox. */
    record Waiting(ParkingTable parking, Delivery delivery) {}

    private final MessagingConfig.Intake settings;
    private final List<Waiting> inboxes = new CopyOnWriteArrayList<>();
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread = new Thread(this, "hutong-premises");
    private volatile boolean stopping;
    private volatile boolean keys = true;

    PremiseWaker(MessagingConfig.Intake settings) {
        this.settings = settings;
    }

    void add(ParkingTable parking, Delivery delivery) {
        inboxes.add(new Waiting(parking, delivery));
    }

    void start() {
        thread.start();
    }

    void stop() throws InterruptedException {
        stopping = true;
        signal.release();
        thread.join(TimeUnit.SECONDS.toMillis(25));
    }

    /** Everything that waits is tried. */
    void keysArrived() {
        keys = true;
        signal.release();
    }

    /** What waits is tried, the longer it has waited the more rarely. */
    void streamsAdvanced() {
        signal.release();
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                if (signal.tryAcquire(settings.premiseRetry().toMillis(), TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
                if (!stopping) {
                    tryAll();
                    Thread.sleep(SHORTEST_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("waker interrupted");
        }
    }

    private void tryAll() {
        boolean all = keys;
        keys = false;
        for (Waiting inbox : inboxes) {
            if (!triedAll(inbox, all) && all) {
                keys = true;
            }
        }
    }

    private boolean triedAll(Waiting inbox, boolean all) {
        boolean done = true;
        try {
            for (BizId bizId : inbox.parking().waitingForPremise(all, ROUND)) {
                done &= tried(inbox.delivery(), bizId);
            }
            return done;
        } catch (RuntimeException e) {
            LOG.debugf("premises tried again later: %s", Causes.line(e));
            return false;
        }
    }

    /** One that fails keeps no other from being tried. */
    private boolean tried(Delivery delivery, BizId bizId) {
        try {
            if (!stopping) {
                delivery.release(bizId);
            }
            return true;
        } catch (RuntimeException e) {
            LOG.debugf("%s tried again later: %s", bizId, Causes.line(e));
            return false;
        }
    }
}
