package io.hutong.credit.objection;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.filing.PlatformDesk;
import io.hutong.credit.filing.PlatformDesk.Receipt;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.FilingChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/**
 * Takes an objection that Credit China received and pushes here; pushed again under its number it is the same one (NDRC Order 36
 * art. 18).
 */
@ApplicationScoped
public class ReceiveObjection {
    private final Objections objections;
    private final ObjectionTargets targets;
    private final FileObjection file;
    private final ObjectionRules rules;
    private final PlatformDesk desk;
    private final CreditTime time;

    ReceiveObjection(
            Objections objections,
            ObjectionTargets targets,
            FileObjection file,
            ObjectionRules rules,
            PlatformDesk desk,
            CreditTime time) {
        this.objections = objections;
        this.targets = targets;
        this.file = file;
        this.rules = rules;
        this.desk = desk;
        this.time = time;
    }

    @Transactional
    public Objection handle(Receipt<String> receipt) {
        CreditProblems.refuse(receipt.pushed().defects(time.today()));
        // refused for a day before there were such pushes
        rules.pushBy(receipt.pushed().receivedOn());
        return desk.receive(objections, receipt, business -> filed(business, receipt));
    }

    private Objection filed(KnownBusiness business, Receipt<String> receipt) {
        LocalDate shownFrom = targets.find(business.bizId(), receipt.subject())
                .orElseThrow(() -> CreditProblems.unknown("/target", "/targetId"))
                .shownFrom();
        CreditProblems.refuse(receipt.pushed().tooEarly(shownFrom));
        return file.handle(new FileObjection.Command(
                business.bizId(),
                receipt.subject(),
                FilingChannel.XCN,
                receipt.said(),
                receipt.by(),
                receipt.pushed()));
    }
}
