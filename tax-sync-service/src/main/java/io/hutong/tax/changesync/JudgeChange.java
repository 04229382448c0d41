package io.hutong.tax.changesync;

import io.hutong.events.Block;
import io.hutong.events.BlockingItem;
import io.hutong.events.Regime;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.changesync.Content.NewFacts;
import io.hutong.tax.changesync.Content.NewOperator;
import io.hutong.tax.changesync.Content.NewOperatorName;
import io.hutong.tax.clearance.AssessTenure;
import io.hutong.tax.clearance.Assessment;
import io.hutong.tax.clearance.Hold;
import io.hutong.tax.clearance.RedeemCertificate;
import io.hutong.tax.clearance.RedeemCertificate.Presented;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/**
 * Says of one change whether it may take effect: by the table of what waits behind what, the standing of the taxpayer,
 * the certificate or the gate (district notice, measure 3; Order 103 art. 18-19).
 */
@ApplicationScoped
class JudgeChange {
    private static final String OFFICER = "TAX_OFFICER";

    private final LineRules rules;
    private final AssessTenure gate;
    private final RedeemCertificate certificates;

    JudgeChange(LineRules rules, AssessTenure gate, RedeemCertificate certificates) {
        this.rules = rules;
        this.gate = gate;
        this.certificates = certificates;
    }

    /** {@code held} are the earlier changes of the line that still wait. */
    Verdict judge(TaxChange change, Taxpayer taxpayer, List<TaxChange> held) {
        Hold now = change.progress().hold();
        if (now != null && now.leftToOfficer()) {
            return new Verdict.Wait(now, change.progress().explanation());
        }
        Content content = change.content();
        // what holds a name, a scope or premises by themselves says more than that an earlier one waits for the same
        Verdict facts = content instanceof NewFacts ? judgeFree(taxpayer) : Verdict.Go.FREELY;
        if (facts instanceof Verdict.Wait) {
            return facts;
        }
        List<TaxChange> before =
                held.stream().filter(earlier -> goesBefore(earlier, change)).toList();
        if (!before.isEmpty()) {
            return new Verdict.Wait(Hold.behind(before.size(), before.get(0).id(), rules.version()), null);
        }
        if (content instanceof NewOperator asked) {
            return judgeOperator(change, asked, taxpayer);
        }
        return content instanceof NewOperatorName asked ? judgeName(asked, taxpayer) : Verdict.Go.FREELY;
    }

    /** By the table; of names, scopes and premises only those that are about the same, so that the later stays. */
    private boolean goesBefore(TaxChange earlier, TaxChange change) {
        boolean same = !(earlier.content() instanceof NewFacts first)
                || !(change.content() instanceof NewFacts second)
                || second.touchesWhat(first);
        return same
                && rules.waitsBehind(change.content().kind(), earlier.content().kind());
    }

    /** Whatever holds it, but never on a tenure that tax does not have. */
    Verdict released(TaxChange change, Taxpayer taxpayer) {
        Content content = change.content();
        boolean grounded = content instanceof NewOperator asked
                ? asked.oldTenureId().equals(taxpayer.tenureId())
                : !(content instanceof NewOperatorName named)
                        || named.tenureId().equals(taxpayer.tenureId());
        return grounded ? new Verdict.Go(null, rules.version(), null) : baseMissing();
    }

    /** It waits for an officer because of what acted on the line. */
    Verdict.Wait leftToOfficer(TaxChange change, String actor) {
        return new Verdict.Wait(
                Hold.leftToOfficer(actor, rules.version()), change.progress().explanation());
    }

    private Verdict judgeName(NewOperatorName asked, Taxpayer taxpayer) {
        return asked.tenureId().equals(taxpayer.tenureId()) ? judgeFree(taxpayer) : baseMissing();
    }

    private Verdict judgeFree(Taxpayer taxpayer) {
        return taxpayer.standing().defersChanges()
                ? new Verdict.Wait(
                        Hold.by(
                                new BlockingItem("BLK_OTHER.NON_NORMAL", Block.Class.FILE, "TAXPAYER"),
                                rules.version()),
                        null)
                : Verdict.Go.FREELY;
    }

    private Verdict judgeOperator(TaxChange change, NewOperator asked, Taxpayer taxpayer) {
        if (!asked.oldTenureId().equals(taxpayer.tenureId())) {
            return baseMissing();
        }
        return asked.regime() == Regime.PRE_CLEARANCE
                ? judgeCertificate(change, asked)
                : judgeGate(asked.oldTenureId());
    }

    private Verdict judgeCertificate(TaxChange change, NewOperator asked) {
        LocalDate registeredOn = LocalDate.ofInstant(change.cause().occurredAt(), LegalTime.ZONE);
        Presented presented = certificates.present(
                asked.certificateId(), change.bizId(), change.id(), asked.oldTenureId(), registeredOn);
        return presented.good() != null
                ? new Verdict.Go(presented.good(), null, null)
                : new Verdict.Wait(
                        Hold.by(
                                new BlockingItem(
                                        "BLK_CERTIFICATE." + presented.worth(), Block.Class.CERTIFICATE, OFFICER),
                                rules.version()),
                        null);
    }

    private Verdict judgeGate(OperatorTenureId ending) {
        Assessment assessment = gate.assess(ending);
        return assessment.hold() == null
                ? new Verdict.Go(null, assessment.ruleSet(), assessment.explanation())
                : new Verdict.Wait(assessment.hold(), assessment.explanation());
    }

    /** The tenure that it changes never became current at tax: a person decides what becomes of it. */
    private Verdict baseMissing() {
        return new Verdict.Wait(
                Hold.by(new BlockingItem("BLK_BASE_MISSING", Block.Class.TAX_INTERNAL, OFFICER), rules.version()),
                null);
    }
}
