package io.hutong.messaging.relay;

import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.outbox.CommitSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries events from the log to the topic, on a thread of its own: reads the lanes it holds in the order of positions,
 * hands all to the producer without waiting, then deletes what was acknowledged. Of a stream whose send failed nothing
 * later is deleted, so that it is sent again from there, in order.
 */
final class Relay implements Runnable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    /** Keys go before the events that need them; those that no event waits for are looked for this often. */
    private static final long KEYS_ALONE = TimeUnit.MILLISECONDS.toNanos(500);

    private final RelayParts parts;
    private final MessagingConfig.Relay settings;
    private final CommitSignal signal;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile long lastProgress = System.nanoTime();
    private long nextShare;
    private long nextKeys = System.nanoTime();
    private int failures;

    Relay(RelayParts parts, MessagingConfig.Relay settings, CommitSignal signal) {
        this.parts = parts;
        this.settings = settings;
        this.signal = signal;
        this.thread = new Thread(this, "hutong-relay");
    }

    void start() {
        thread.start();
    }

    /** Lets the batch under way end, gives the lanes back, and returns when the thread has ended. */
    void stop() throws InterruptedException {
        stopping = true;
        signal.committed();
        thread.join(TimeUnit.SECONDS.toMillis(15));
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(2));
        }
    }

    /** Ends as a crash would: lanes stay leased. */
    void crash() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join();
    }

    Set<Integer> lanes() {
        return parts.leases().held();
    }

    /** Since the loop last went round; waiting for the broker counts as going round. */
    Duration sinceProgress() {
        return Duration.ofNanos(System.nanoTime() - lastProgress);
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                goRound();
            }
            parts.leases().release();
        } catch (InterruptedException e) {
            LOG.debug("relay interrupted");
        } catch (RuntimeException e) {
            LOG.warn("relay ended without giving its lanes back: " + e.getMessage());
        }
    }

    private void goRound() throws InterruptedException {
        try {
            lastProgress = System.nanoTime();
            parts.topics().makeOnce();
            shareWhenDue();
            int sent = sendBatch();
            failures = 0;
            if (sent < settings.batch()) {
                signal.await(sent > 0 ? settings.busyPoll() : settings.idlePoll());
            }
        } catch (RuntimeException e) {
            failures++;
            if (failures == 1 || failures % 20 == 0) {
                LOG.warnf("relay waits after failure %d: %s", failures, Causes.line(e));
            }
            signal.await(Duration.ofMillis(Math.min(2_000, 50L << Math.min(failures, 6))));
        }
    }

    private void shareWhenDue() {
        long now = System.nanoTime();
        if (now >= nextShare) {
            parts.leases().share();
            nextShare = now + settings.lease().toNanos() / 4;
        }
    }

    private int sendBatch() throws InterruptedException {
        List<PendingEvent> batch = parts.pending().read(settings.batch());
        if (batch.isEmpty() && System.nanoTime() < nextKeys) {
            return 0;
        }
        nextKeys = System.nanoTime() + KEYS_ALONE;
        if (!parts.keys().ready(parts.leases().held()) || batch.isEmpty()) {
            return 0;
        }
        List<Future<?>> answers = handOver(batch);
        List<PendingEvent> acknowledged = new ArrayList<>(batch.size());
        Throwable failure = await(batch, answers, acknowledged);
        parts.pending().delete(acknowledged);
        if (failure != null) {
            if (!(failure instanceof RetriableException)) {
                parts.producer().reset();
            }
            throw new IllegalStateException("a send failed", failure);
        }
        return batch.size();
    }

    /** Stops where the broker is gone: each further send would wait for it in vain. */
    private List<Future<?>> handOver(List<PendingEvent> batch) throws InterruptedException {
        List<Future<?>> answers = new ArrayList<>(batch.size());
        long nextRenewal = System.nanoTime() + settings.lease().toNanos() / 4;
        for (PendingEvent event : batch) {
            Future<?> answer = send(event);
            answers.add(answer);
            lastProgress = System.nanoTime();
            if (EventProducer.brokerIsGone(answer)) {
                break;
            }
            if (lastProgress - nextRenewal >= 0) {
                parts.leases().renew();
                nextRenewal = lastProgress + settings.lease().toNanos() / 4;
            }
        }
        return answers;
    }

    private Future<?> send(PendingEvent event) {
        Map<String, String> headers = event.headers();
        parts.publishing().trace(event, headers);
        return parts.producer().send(parts.topic(), event.bizId(), event.body(), headers);
    }

    private @Nullable Throwable await(
            List<PendingEvent> batch, List<Future<?>> answers, List<PendingEvent> acknowledged)
            throws InterruptedException {
        Set<String> stopped = new HashSet<>();
        Throwable failure = null;
        for (int i = 0; i < answers.size(); i++) {
            PendingEvent event = batch.get(i);
            Throwable refused = answer(answers.get(i));
            if (refused != null) {
                failure = refused;
                stopped.add(event.bizId());
            } else if (!stopped.contains(event.bizId())) {
                acknowledged.add(event);
            }
        }
        return failure;
    }

    /** Waits for one answer, renewing the lease meanwhile. */
    private @Nullable Throwable answer(Future<?> answer) throws InterruptedException {
        while (true) {
            try {
                answer.get(settings.lease().toMillis() / 4, TimeUnit.MILLISECONDS);
                return null;
            } catch (ExecutionException e) {
                return e.getCause();
            } catch (TimeoutException e) {
                lastProgress = System.nanoTime();
                parts.leases().renew();
            }
        }
    }
}
