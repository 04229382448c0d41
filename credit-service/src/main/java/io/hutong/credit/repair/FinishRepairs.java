package io.hutong.credit.repair;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.repair.Acknowledgement.Kind;
import io.hutong.credit.repair.RepairCase.State;
import io.hutong.identity.RepairId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows what was granted until every system that showed it and every bank that was told has acknowledged: only then is a repair
 * finished (Private Economy Promotion Law art. 54). One that is not connected and never showed it is not waited for; that is
 * recorded, and so is its acknowledgement if it comes later.
 */
@ApplicationScoped
public class FinishRepairs {
    private static final int PART_OF_AGE = 4;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE_BEHIND = Duration.ofDays(1);

    private final Repairs repairs;
    private final Acknowledgements acknowledgements;
    private final StateRepair state;
    private final Outbox outbox;
    private final CreditTime time;

    FinishRepairs(
            Repairs repairs, Acknowledgements acknowledgements, StateRepair state, Outbox outbox, CreditTime time) {
        this.repairs = repairs;
        this.acknowledgements = acknowledgements;
        this.state = state;
        this.outbox = outbox;
        this.time = time;
    }

    /** Some that are not finished, or were without a system that has not acknowledged since, behind that one. */
    @Transactional
    public List<RepairId> unfinished(@Nullable RepairId after, int limit) {
        return repairs.unfinished(after, limit);
    }

    /** Notes who has acknowledged by now. */
    @Transactional
    public void follow(RepairId id) {
        outbox.lock(repairs.find(id).orElseThrow(CreditProblems::notFound).bizId());
        RepairCase repair = repairs.find(id).orElseThrow();
        if (repair.progress().state() != State.GRANTED) {
            return;
        }
        List<Acknowledgement> told = acknowledgements.of(repair.subject().id().uuid());
        note(repair, told);
        Instant finishedAt = repair.progress().finishedAt();
        if (finishedAt == null) {
            finishOrWait(repair, told);
        } else {
            repairs.lookLater(id, pause(finishedAt, LONGEST_PAUSE_BEHIND));
        }
    }

    private void finishOrWait(RepairCase repair, List<Acknowledgement> told) {
        Optional<Instant> oldest = told.stream()
                .filter(Acknowledgement::awaited)
                .map(Acknowledgement::since)
                .min(Comparator.naturalOrder());
        if (oldest.isPresent()) {
            repairs.lookLater(repair.id(), pause(oldest.get(), LONGEST_PAUSE));
        } else {
            RepairCase finished = repair.finished(time.now());
            repairs.finish(
                    finished,
                    told.stream()
                            .filter(Acknowledgement::unreachable)
                            .map(Acknowledgement::channel)
                            .toList());
            state.finished(finished);
        }
    }

    /** Which bank follows a business is in no event. */
    private void note(RepairCase repair, List<Acknowledgement> told) {
        Set<String> known = repairs.applied(repair.id());
        for (Acknowledgement one : told) {
            Instant at = one.acknowledgedAt();
            if (at != null && !known.contains(one.channel())) {
                repairs.applied(repair.id(), one);
                if (one.kind() == Kind.PLATFORM) {
                    state.applied(repair, one.channel(), at);
                }
            }
        }
    }

    /** The longer something hangs, the more rarely it is looked at. */
    private Duration pause(Instant since, Duration longest) {
        Duration part = Duration.between(since, time.now()).dividedBy(PART_OF_AGE);
        if (part.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return part.compareTo(longest) > 0 ? longest : part;
    }
}
