package io.hutong.credit.objection;

import io.hutong.credit.filing.PushedCases;
import io.hutong.identity.BizId;
import io.hutong.identity.ObjectionId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.RepairTargetId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All objections, with every step of each. */
public interface Objections extends PushedCases<Objection, String> {
    /** Of one business, the first filed first. */
    List<Objection> of(BizId bizId);

    Optional<Objection> find(ObjectionId id);

    /** The one against that record that is not settled. */
    Optional<Objection> openAgainst(RepairTargetId target);

    /** Open ones behind that id; with a day only those whose next step was due before it. */
    List<Objection> open(@Nullable LocalDate dueBefore, @Nullable ObjectionId after, int limit);

    void add(Objection filed);

    void change(Objection stepped, Objection.Step step);

    /** Over before anything was found. */
    void close(Objection closed);

    /** Notes of each of the business whether somebody else than the present operator filed it. */
    void markFormerOperators(BizId bizId, OperatorTenureId present);
}
