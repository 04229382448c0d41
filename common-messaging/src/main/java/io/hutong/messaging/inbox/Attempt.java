package io.hutong.messaging.inbox;

import io.hutong.events.DomainEvent;
import io.hutong.identity.BizId;
import io.hutong.messaging.outbox.JdbcOutbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** One database transaction for one batch: positions first, then effects and what they cause, all or nothing. */
final class Attempt {
    /** Whether events come from the topic or from the line of a parked stream. */
    enum Mode {
        ARRIVAL,
        RELEASE
    }

    private final PositionTable positions;
    private final ParkingTable parking;
    private final UnknownTable unknown;
    private final JdbcOutbox outbox;
    private final Applying applying;
    private final int timeoutSeconds;

    Attempt(
            PositionTable positions,
            ParkingTable parking,
            UnknownTable unknown,
            JdbcOutbox outbox,
            Applying applying,
            Duration timeout) {
        this.positions = positions;
        this.parking = parking;
        this.unknown = unknown;
        this.outbox = outbox;
        this.applying = applying;
        this.timeoutSeconds = (int) Math.max(1, timeout.toSeconds());
    }

    Outcome at(List<Incoming> batch, Mode mode) {
        int[] reached = {-1};
        long began = System.nanoTime();
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(timeoutSeconds)
                    .call(() -> inTransaction(batch, mode, reached));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            boolean outlasted = System.nanoTime() - began >= TimeUnit.SECONDS.toNanos(timeoutSeconds);
            return new Outcome.Failed(reached[0], e, outlasted && !Failures.isOfOthers(e));
        }
    }

    /** Frees a stream whose line is empty. */
    void free(BizId bizId) {
        QuarkusTransaction.requiringNew().timeout(timeoutSeconds).run(() -> {
            positions.lock(new TreeSet<>(List.of(bizId)));
            parking.freeIfEmpty(bizId);
        });
    }

    /** Whether the database lets a transaction on this stream through that does next to nothing. */
    boolean goesThrough(BizId bizId) {
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(timeoutSeconds)
                    .run(() -> positions.lock(new TreeSet<>(List.of(bizId))));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Outcome inTransaction(List<Incoming> batch, Mode mode, int[] reached) {
        SortedSet<BizId> businesses = new TreeSet<>();
        batch.forEach(incoming -> businesses.add(incoming.bizId()));
        Map<BizId, Known> known = positions.lock(businesses);
        Set<BizId> parked = mode == Mode.RELEASE ? Set.of() : parking.parkedAmong(businesses);
        Plan plan = Plan.of(batch, known, parked);
        if (!plan.gaps().isEmpty()) {
            return new Outcome.Gaps(plan.gaps());
        }
        outbox.lockAll(concerned(plan));
        apply(plan, reached);
        positions.save(plan.advanced());
        if (mode == Mode.RELEASE) {
            release(plan, businesses);
        }
        return new Outcome.Done(plan.parksAny());
    }

    private void apply(Plan plan, int[] reached) {
        applying.expect(plan.items().stream()
                .filter(item -> item.step() == Step.APPLY)
                .map(Plan.Item::incoming)
                .toList());
        List<Incoming> queued = new ArrayList<>();
        for (int i = 0; i < plan.items().size(); i++) {
            Plan.Item item = plan.items().get(i);
            Incoming incoming = item.incoming();
            switch (item.step()) {
                case APPLY -> {
                    reached[0] = i;
                    take(incoming);
                    reached[0] = -1;
                }
                case PARK, CONFLICT -> parking.park(incoming, verdict(item));
                case QUEUE -> queued.add(incoming);
                case DUPLICATE, GAP -> {}
            }
        }
        parking.queue(queued);
    }

    /** Of a stream of which nobody asked for anything nothing is told, so nothing of it is locked. */
    private static SortedSet<BizId> concerned(Plan plan) {
        SortedSet<BizId> concerned = new TreeSet<>();
        plan.items().stream()
                .filter(item -> item.step() == Step.APPLY && item.incoming().wanted())
                .forEach(item -> concerned.add(item.incoming().bizId()));
        return concerned;
    }

    private void take(Incoming incoming) {
        DomainEvent event = incoming.event();
        if (event == null) {
            if (incoming.wanted()) {
                unknown.note(incoming);
                applying.pass(incoming);
            }
        } else {
            applying.apply(incoming, event);
        }
    }

    private void release(Plan plan, SortedSet<BizId> businesses) {
        parking.remove(plan.items().stream()
                .filter(item -> item.step() == Step.APPLY || item.step() == Step.DUPLICATE)
                .map(Plan.Item::incoming)
                .toList());
        businesses.forEach(parking::freeIfEmpty);
    }

    private static Incoming.Verdict verdict(Plan.Item item) {
        Incoming.Verdict verdict = item.incoming().verdict();
        return item.step() == Step.PARK && verdict != null
                ? verdict
                : new Incoming.Verdict(
                        ParkCause.HISTORY_CONFLICT, "the event does not continue the history known of its source");
    }
}
