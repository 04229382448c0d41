package io.hutong.credit.repair;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.filing.Push;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.credit.repair.RepairTargets.Found;
import io.hutong.events.RepairTarget;
import io.hutong.identity.BizId;
import io.hutong.identity.RepairId;
import io.hutong.identity.RepairTargetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows applications for repair, all to officers and its own to a business, and what could be applied for. */
@ApplicationScoped
public class ReadRepairs {
    /** What an application may be about, and from which day on repair is open; never where it is not repairable. */
    public record Open(
            RepairTarget target, RepairTargetId id, String decisionNo, boolean repairable, LocalDate openFrom) {}

    private final Businesses businesses;
    private final Repairs repairs;
    private final RepairTargets targets;
    private final Acknowledgements acknowledgements;
    private final CreditTime time;

    ReadRepairs(
            Businesses businesses,
            Repairs repairs,
            RepairTargets targets,
            Acknowledgements acknowledgements,
            CreditTime time) {
        this.businesses = businesses;
        this.repairs = repairs;
        this.targets = targets;
        this.acknowledgements = acknowledgements;
        this.time = time;
    }

    @Transactional
    public List<RepairCase> of(BizId bizId) {
        return repairs.of(known(bizId).bizId());
    }

    /** Those of the present operator. */
    @Transactional
    public List<RepairCase> own(BizId bizId) {
        KnownBusiness business = known(bizId);
        return repairs.of(bizId).stream()
                .filter(repair -> repair.filedByOperatorOf(business))
                .toList();
    }

    @Transactional
    public List<Open> targets(BizId bizId) {
        return targets.of(known(bizId).bizId()).stream().map(ReadRepairs::open).toList();
    }

    @Transactional
    public RepairCase one(RepairId id) {
        return repairs.find(id).orElseThrow(CreditProblems::notFound);
    }

    /** The one that a platform pushed under that number of its own. */
    @Transactional
    public RepairCase pushed(String caseNo) {
        return repairs.pushed(caseNo).orElseThrow(CreditProblems::notFound);
    }

    /** Every version of what the platform said, the first first; none where none pushed it. */
    @Transactional
    public List<Push<Said>> pushes(RepairId id) {
        return repairs.pushes(one(id));
    }

    @Transactional
    public List<RepairCase> due(@Nullable RepairId after, int limit) {
        return repairs.due(null, after, limit);
    }

    @Transactional
    public List<RepairCase> overdue(@Nullable RepairId after, int limit) {
        return repairs.due(time.today(), after, limit);
    }

    /** How far the end of what was repaired has come, by now: which systems know of it, and which were not waited for. */
    public record Reach(List<Acknowledgement> systems, Set<String> finishedWithout, Instant now, LocalDate today) {}

    @Transactional
    public Reach reach(RepairCase repair) {
        boolean granted = repair.progress().state() == RepairCase.State.GRANTED;
        return new Reach(
                granted ? acknowledgements.of(repair.subject().id().uuid()) : List.of(),
                granted ? repairs.finishedWithout(repair.id()) : Set.of(),
                time.now(),
                time.today());
    }

    private KnownBusiness known(BizId bizId) {
        return businesses.find(bizId).orElseThrow(CreditProblems::notFound);
    }

    private static Open open(Found found) {
        return new Open(
                found.subject().target(),
                found.subject().id(),
                found.decisionNo(),
                found.repairable(),
                found.shortestEndsOn().plusDays(1));
    }
}
