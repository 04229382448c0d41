package io.hutong.messaging.inbox;

import io.hutong.identity.BizId;
import java.time.Duration;
import java.util.Optional;

/** One topic of events, and its source's keys if this service may open anything, as this service reads them. */
public final class Inbox {
    private final String name;
    private final String source;
    private final PollLoop events;
    private final Optional<PollLoop> keys;
    private final Delivery delivery;
    private final HeadsCheck heads;
    private final Skipping skipping;

    Inbox(
            String name,
            String source,
            PollLoop events,
            Optional<PollLoop> keys,
            Delivery delivery,
            HeadsCheck heads,
            Skipping skipping) {
        this.name = name;
        this.source = source;
        this.events = events;
        this.keys = keys;
        this.delivery = delivery;
        this.heads = heads;
        this.skipping = skipping;
    }

    public String name() {
        return name;
    }

    public String source() {
        return source;
    }

    void start() {
        keys.ifPresent(PollLoop::start);
        events.start();
    }

    void askToStop() {
        events.askToStop();
        keys.ifPresent(PollLoop::askToStop);
    }

    void stop() throws InterruptedException {
        askToStop();
        events.stop();
        if (keys.isPresent()) {
            keys.get().stop();
        }
    }

    /** Ends as a crash would. */
    void crash() throws InterruptedException {
        events.crash();
        if (keys.isPresent()) {
            keys.get().crash();
        }
    }

    /** Tries a parked stream again; empty when its whole line went through. */
    public Optional<ParkCause> retry(BizId bizId) {
        return delivery.release(bizId);
    }

    /** An event was left out; and where the line stopped again, if it did. */
    public record Skipped(Optional<ParkCause> parkedAgain) {}

    /** Leaves out the head of a parked stream's line and lets the rest go on; empty when the stream is not parked. */
    public Optional<Skipped> skip(BizId bizId, String reason, String who) {
        return skipping.skipHead(bizId, reason, who)
                ? Optional.of(new Skipped(delivery.release(bizId)))
                : Optional.empty();
    }

    /** Records of the topic not yet taken; -1 while unknown. */
    public long lag() {
        return events.lag();
    }

    /** Events that the last comparison with the source's heads found missing. */
    public long headsMissing() {
        return heads.missing();
    }

    /** Seconds since this process last found the log of the source taken to its end, or since it began. */
    public double secondsSinceWhole() {
        return heads.sinceWhole().toMillis() / 1_000.0;
    }

    /** Failures of the surroundings in a row; 0 when all is well. */
    public int failures() {
        return events.failures();
    }

    /** Since the slower of the two loops last went round. */
    public Duration sinceProgress() {
        Duration slower = keys.map(PollLoop::sinceProgress).orElse(Duration.ZERO);
        return events.sinceProgress().compareTo(slower) > 0 ? events.sinceProgress() : slower;
    }

    Delivery delivery() {
        return delivery;
    }

    HeadsCheck heads() {
        return heads;
    }
}
