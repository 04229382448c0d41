package io.hutong.messaging.inbox;

import io.hutong.messaging.relay.Causes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/**
 * A consumer of one topic on a thread of its own. The offset is committed after the work; when the surroundings fail, it
 * goes back to the first record, pauses its partitions, and keeps polling so that the group keeps it.
 */
final class PollLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(PollLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE = Duration.ofSeconds(3);

    /** What is done with the records. */
    interface Work {

        /**
         * Works on records in their order; offsets are committed when it returns.
         *
         * @throws InfrastructureFailure when all of them must come again later
         */
        void on(List<ConsumerRecord<String, byte[]>> records);

        /** Whether the records just worked on were so young that hardly anything older is left to be read. */
        default boolean almostCaughtUp() {
            return false;
        }

        /** Called whenever nothing is left to be read, or hardly anything. */
        default void caughtUp() {}
    }

    private final String topic;
    private final Map<String, Object> settings;
    private final Work work;
    private final Duration longestPause;
    private final MeterRegistry registry;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean crashed;
    private volatile long lastProgress = System.nanoTime();
    private volatile long lag = -1;
    private volatile int failures;
    private long resumeAt;

    PollLoop(String topic, Map<String, Object> settings, Work work, Duration longestPause, MeterRegistry registry) {
        this.topic = topic;
        this.settings = settings;
        this.work = work;
        this.longestPause = longestPause;
        this.registry = registry;
        this.thread = new Thread(this, "hutong-inbox-" + topic);
    }

    void start() {
        thread.start();
    }

    /** Lets the batch under way end with its offset; returns when the thread has ended. No wake-up: see spike. */
    void stop() throws InterruptedException {
        stopping = true;
        thread.join(TimeUnit.SECONDS.toMillis(25));
    }

    void askToStop() {
        stopping = true;
    }

    /** Ends as a crash would: no offset, no farewell; the group learns it when the session times out. */
    void crash() throws InterruptedException {
        crashed = true;
        stopping = true;
        thread.interrupt();
        thread.join();
    }

    Duration sinceProgress() {
        return Duration.ofNanos(System.nanoTime() - lastProgress);
    }

    /** Records not yet taken; -1 while unknown. */
    long lag() {
        return lag;
    }

    int failures() {
        return failures;
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                readOn();
            } catch (RuntimeException e) {
                failures++;
                lastProgress = System.nanoTime();
                LOG.warnf("reader of %s starts again: %s", topic, Causes.line(e));
                pause(pauseAfter(failures));
            }
        }
    }

    /** With one consumer, until it fails; making it fails too, where the broker's name cannot be resolved. */
    private void readOn() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings);
        try (KafkaClientMetrics metrics = new KafkaClientMetrics(consumer)) {
            metrics.bindTo(registry);
            consumer.subscribe(List.of(topic));
            while (!stopping) {
                turn(consumer);
            }
        } finally {
            consumer.close(
                    crashed
                            ? CloseOptions.timeout(Duration.ZERO)
                                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP)
                            : CloseOptions.timeout(CLOSE));
        }
    }

    private void turn(KafkaConsumer<String, byte[]> consumer) {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        lastProgress = System.nanoTime();
        if (resumeAt != 0 && System.nanoTime() - resumeAt >= 0) {
            consumer.resume(consumer.paused());
            resumeAt = 0;
        }
        if (records.isEmpty()) {
            measure(consumer);
            if (resumeAt == 0 && lag == 0) {
                caughtUp();
            }
            return;
        }
        if (resumeAt != 0) {
            rewind(consumer, records);
            return;
        }
        work(consumer, records);
    }

    private void work(KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        try {
            List<ConsumerRecord<String, byte[]>> list = new ArrayList<>(records.count());
            records.forEach(list::add);
            work.on(list);
            failures = 0;
            commit(consumer);
            measure(consumer);
            if (lag == 0 || work.almostCaughtUp()) {
                caughtUp();
            }
        } catch (InfrastructureFailure e) {
            failures++;
            Duration pause = pauseAfter(failures);
            if (failures <= 2 || failures % 20 == 0) {
                LOG.warnf("%s waits %d ms after failure %d: %s", topic, pause.toMillis(), failures, Causes.line(e));
            }
            rewind(consumer, records);
            resumeAt = System.nanoTime() + pause.toNanos();
        }
    }

    private void caughtUp() {
        try {
            work.caughtUp();
        } catch (RuntimeException e) {
            LOG.debugf("%s: %s", topic, Causes.line(e));
        }
    }

    private void commit(KafkaConsumer<String, byte[]> consumer) {
        if (crashed) {
            return;
        }
        try {
            consumer.commitSync();
        } catch (CommitFailedException | RebalanceInProgressException | TimeoutException e) {
            // The events are in the database; whoever reads them again finds them known.
            LOG.debugf("offsets of %s not committed: %s", topic, e.getClass().getSimpleName());
        }
    }

    private void rewind(KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            try {
                consumer.seek(partition, records.records(partition).get(0).offset());
            } catch (IllegalStateException e) {
                LOG.debugf("%s went to another reader", partition);
            }
        }
        consumer.pause(consumer.assignment());
    }

    private void measure(KafkaConsumer<String, byte[]> consumer) {
        long sum = 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong one = consumer.currentLag(partition);
            if (one.isEmpty()) {
                return;
            }
            sum += one.getAsLong();
        }
        lag = consumer.assignment().isEmpty() ? -1 : sum;
    }

    private Duration pauseAfter(int count) {
        return Duration.ofMillis(Math.min(longestPause.toMillis(), 50L << Math.min(count, 10)));
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
