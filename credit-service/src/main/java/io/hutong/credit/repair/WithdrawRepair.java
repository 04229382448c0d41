package io.hutong.credit.repair;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.repair.RepairCase.State;
import io.hutong.identity.BizId;
import io.hutong.identity.RepairId;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes an application back as long as it is not decided: only the operator who made it can, and may ask again. */
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
                .filter(found -> found.bizId().equals(business.bizId())
                        && found.request().tenureId().equals(business.tenureId()))
                .orElseThrow(CreditProblems::notFound);
        return close.close(repair, State.WITHDRAWN, command.by())
                .orElseThrow(() -> Problem.of(
                                CreditProblems.REPAIR_STEP,
                                "修复申请的当前状态不允许此步骤。",
                                "The application is not in the state for this step.")
                        .with("state", repair.progress().state()));
    }
}
