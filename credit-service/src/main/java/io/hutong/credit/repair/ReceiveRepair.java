package io.hutong.credit.repair;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.filing.PlatformDesk;
import io.hutong.credit.filing.PlatformDesk.Receipt;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.events.FilingChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Takes an application that Credit China received and pushes here; pushed again under its number it is the same one (NDRC Order
 * 36 art. 13, 16).
 */
@ApplicationScoped
public class ReceiveRepair {
    private final Repairs repairs;
    private final RepairTargets targets;
    private final RequestRepair request;
    private final PlatformDesk desk;
    private final CreditTime time;

    ReceiveRepair(Repairs repairs, RepairTargets targets, RequestRepair request, PlatformDesk desk, CreditTime time) {
        this.repairs = repairs;
        this.targets = targets;
        this.request = request;
        this.desk = desk;
        this.time = time;
    }

    @Transactional
    public RepairCase handle(Receipt<Said> receipt) {
        CreditProblems.refuse(receipt.pushed().defects(time.today()));
        return desk.receive(repairs, receipt, business -> requested(business, receipt));
    }

    private RepairCase requested(KnownBusiness business, Receipt<Said> receipt) {
        targets.find(business.bizId(), receipt.subject())
                .ifPresent(found -> CreditProblems.refuse(receipt.pushed().tooEarly(found.shownFrom())));
        return request.handle(new RequestRepair.Command(
                business.bizId(),
                receipt.subject(),
                FilingChannel.XCN,
                receipt.said(),
                receipt.by(),
                receipt.pushed()));
    }
}
