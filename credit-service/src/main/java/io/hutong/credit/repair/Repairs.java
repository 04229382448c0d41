package io.hutong.credit.repair;

import io.hutong.credit.filing.PushedCases;
import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.identity.BizId;
import io.hutong.identity.RepairId;
import io.hutong.identity.RepairTargetId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All applications for repair, with every step of each. */
public interface Repairs extends PushedCases<RepairCase, Said> {
    /** Of one business, the first asked first. */
    List<RepairCase> of(BizId bizId);

    Optional<RepairCase> find(RepairId id);

    /** The one for that target that is not decided. */
    Optional<RepairCase> openFor(RepairTargetId target);

    /** Those where something is still due, behind that id; with a day only those where it was due before it. */
    List<RepairCase> due(@Nullable LocalDate before, @Nullable RepairId after, int limit);

    /**
     * Granted ones that some system may still show, or that were finished without one that has not acknowledged since; and that
     * may be looked at again by now.
     */
    List<RepairId> unfinished(@Nullable RepairId after, int limit);

    /** The last day of the longest bar of a business. */
    Optional<LocalDate> barredUntil(BizId bizId);

    void add(RepairCase requested);

    void step(RepairCase stepped, RepairCase.Step step);

    /** Undecided, and over. */
    void close(RepairCase closed);

    /** Finished, without these systems, which are not connected. */
    void finish(RepairCase finished, Collection<String> without);

    /** The systems without which it was finished. */
    Set<String> finishedWithout(RepairId id);

    /** It is not looked at before that time is over. */
    void lookLater(RepairId id, Duration pause);

    /** The systems that are known to have acknowledged. */
    Set<String> applied(RepairId id);

    void applied(RepairId id, Acknowledgement by);
}
