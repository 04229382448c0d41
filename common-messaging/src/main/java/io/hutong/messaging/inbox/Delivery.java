package io.hutong.messaging.inbox;

import io.hutong.identity.BizId;
import io.hutong.identity.EventId;
import io.hutong.messaging.AwaitingPremise;
import io.hutong.messaging.HeadersJson;
import io.hutong.messaging.MessagingConfig;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes batches of events of one source, whatever happens: fills gaps, halves a batch that fails until the single
 * failing event is found, and parks only that event's stream. Any thread may use it; the database's locks keep order.
 */
final class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final int LINE = 200;
    private static final int FEW = 8;

    private final Attempt attempt;
    private final Refill refill;
    private final Intake intake;
    private final ParkingTable parking;
    private final MessagingConfig.Intake settings;
    private final Expiries expiries = new Expiries();
    private volatile int chunk;

    Delivery(Attempt attempt, Refill refill, Intake intake, ParkingTable parking, MessagingConfig.Intake settings) {
        this.attempt = attempt;
        this.refill = refill;
        this.intake = intake;
        this.parking = parking;
        this.settings = settings;
        this.chunk = settings.batch();
    }

    /**
     * Takes events in their order; on return each is applied, known, queued or parked. After a failure of the
     * surroundings smaller pieces are tried, because a transaction that is too long for its time-out always will be.
     *
     * @throws InfrastructureFailure when it has to be tried again as a whole; what was committed is known by then
     */
    void take(List<Incoming> batch) {
        for (int from = 0; from < batch.size(); ) {
            int to = Math.min(batch.size(), from + chunk);
            try {
                work(batch.subList(from, to), Attempt.Mode.ARRIVAL);
            } catch (InfrastructureFailure e) {
                chunk = Math.max(1, (to - from) / 4);
                throw e;
            }
            from = to;
        }
        chunk = Math.min(settings.batch(), chunk * 2);
    }

    /** Tries the line of a parked stream from its head; empty when the whole line went through. */
    Optional<ParkCause> release(BizId bizId) {
        List<ParkingTable.Stored> line = parking.line(bizId, LINE);
        while (!line.isEmpty()) {
            List<Incoming> batch = new ArrayList<>(line.size());
            for (ParkingTable.Stored stored : line) {
                batch.add(intake.read(HeadersJson.read(stored.headers()), stored.body(), stored.origin()));
            }
            if (work(batch, Attempt.Mode.RELEASE)) {
                return parking.cause(bizId);
            }
            line = parking.line(bizId, LINE);
        }
        attempt.free(bizId);
        return Optional.empty();
    }

    /** Whether a stream was parked; a release ends there. */
    private boolean work(List<Incoming> batch, Attempt.Mode mode) {
        Deque<List<Incoming>> todo = new ArrayDeque<>(List.of(batch));
        int alone = 0;
        while (!todo.isEmpty()) {
            List<Incoming> part = todo.removeFirst();
            if (part.isEmpty()) {
                continue;
            }
            Outcome outcome = attempt.at(part, mode);
            if (outcome instanceof Outcome.Done done) {
                alone = 0;
                expiries.forget(part);
                if (done.parkedAny() && mode == Attempt.Mode.RELEASE) {
                    return true;
                }
            } else if (outcome instanceof Outcome.Gaps gaps) {
                todo.addFirst(filled(part, gaps.gaps(), mode));
            } else if (outcome instanceof Outcome.Failed failed) {
                checkSurroundings(part, failed, mode);
                alone = part.size() == 1 ? alone + 1 : 0;
                again(part, failed, alone, todo);
            }
        }
        return false;
    }

    /** What was rejected while filling is no longer in the line of a parked stream either. */
    private List<Incoming> filled(List<Incoming> part, List<Gap> gaps, Attempt.Mode mode) {
        List<Incoming> filled = refill.fill(part, gaps);
        if (mode == Attempt.Mode.RELEASE) {
            Set<EventId> kept = new HashSet<>();
            filled.forEach(incoming -> kept.add(incoming.envelope().id()));
            parking.remove(part.stream()
                    .filter(incoming -> !kept.contains(incoming.envelope().id()))
                    .toList());
        }
        return filled;
    }

    /**
     * Everything that the surroundings may have caused is tried again later. A transaction that merely took too long is cut
     * at once when it is short, or the line of a parked stream; and an event that alone outlasted it several times, while
     * the database is well, is itself to blame.
     */
    private void checkSurroundings(List<Incoming> part, Outcome.Failed failed, Attempt.Mode mode) {
        boolean release = mode == Attempt.Mode.RELEASE;
        boolean later = failed.expired() ? !isToBeCut(part, release) : Failures.isInfrastructure(failed.cause());
        if (later) {
            throw new InfrastructureFailure("a batch failed for its surroundings", failed.cause());
        }
    }

    private boolean isToBeCut(List<Incoming> part, boolean release) {
        return part.size() > 1 ? release || part.size() <= FEW : isToBlame(part.get(0), release);
    }

    private boolean isToBlame(Incoming incoming, boolean release) {
        int times = expiries.another(incoming);
        return (release || times >= settings.attempts()) && attempt.goesThrough(incoming.bizId());
    }

    private void again(List<Incoming> part, Outcome.Failed failed, int alone, Deque<List<Incoming>> todo) {
        if (part.size() == 1) {
            todo.addFirst(List.of(single(part.get(0), failed, alone)));
        } else {
            split(part, failed.expired() ? -1 : failed.index(), todo);
        }
    }

    /** The event that failed alone: once more, or with the verdict that stops its stream. */
    private Incoming single(Incoming incoming, Outcome.Failed failed, int alone) {
        Optional<AwaitingPremise> premise = Failures.premise(failed.cause());
        if (premise.isPresent()) {
            return incoming.stoppedBy(
                    ParkCause.AWAITING_PREMISE, text(premise.get().getMessage()));
        }
        if (alone < settings.attempts() && !failed.expired()) {
            LockSupport.parkNanos(settings.retryPause().toNanos() << (alone - 1));
            return incoming;
        }
        String why = (failed.expired() ? "outlasted its transaction: " : "") + Failures.describe(failed.cause());
        LOG.errorf(
                "parking %s at %s, event %s: %s",
                incoming.bizId(), incoming.position(), incoming.envelope().id(), why);
        return incoming.stoppedBy(ParkCause.FAILED, why);
    }

    private static void split(List<Incoming> part, int index, Deque<List<Incoming>> todo) {
        int from = index >= 0 ? index : part.size() / 2;
        int to = index >= 0 ? index + 1 : part.size();
        todo.addFirst(part.subList(to, part.size()));
        todo.addFirst(part.subList(from, to));
        todo.addFirst(part.subList(0, from));
    }

    private static String text(@Nullable String message) {
        return message == null ? "a premise is missing" : message;
    }
}
