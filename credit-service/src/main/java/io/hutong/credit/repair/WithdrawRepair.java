package io.hutong.credit.repair;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.repair.RepairCase.State;
import io.hutong.identity.BizId;
import io.hutong.identity.RepairId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Takes an application back as long as it is not decided: only the operator who made it can, and may ask again; one that a platform
 * pushed also the platform, as often as it says so.
 */
@ApplicationScoped
public class WithdrawRepair {
    /** Which, of which business. */
    public record Command(BizId bizId, RepairId id, String by) {}

    private final Businesses businesses;
    private final Repairs repairs;
    private final CloseRepair close;
    private final Outbox outbox;

    WithdrawRepair(Businesses businesses, Repairs repairs, CloseRepair close, Outbox outbox) {
        this.businesses = businesses;
        this.repairs = repairs;
        this.close = close;
        this.outbox = outbox;
    }

    @Transactional
    public RepairCase handle(Command command) {
        outbox.lock(command.bizId());
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        RepairCase repair = repairs.find(command.id())
                .filter(found -> found.filedByOperatorOf(business))
                .orElseThrow(CreditProblems::notFound);
        return withdraw(repair, command.by());
    }

    /** By the platform, under its number. */
    @Transactional
    public RepairCase pushed(String caseNo, String by) {
        RepairCase repair = repairs.locked(caseNo, outbox);
        return repair.progress().state() == State.WITHDRAWN ? repair : withdraw(repair, by);
    }

    private RepairCase withdraw(RepairCase repair, String by) {
        return close.close(repair, State.WITHDRAWN, by).orElseThrow(() -> RepairStates.unfit(repair));
    }
}
