package io.hutong.tax.changesync;

import io.hutong.events.CertificatePurpose;
import io.hutong.events.Regime;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.Outbox;
import io.hutong.tax.changesync.Content.NewOperator;
import io.hutong.tax.clearance.AssessClearance;
import io.hutong.tax.clearance.ClearanceRequest;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.receipt.Receipts;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** What an officer decides about a change that waits: look again, refuse it, or put a good certificate in place of a bad one. */
@ApplicationScoped
public class DecideHeldChange {
    private final TaxChanges changes;
    private final ChangeLine line;
    private final Reevaluate reevaluate;
    private final AssessClearance clearance;
    private final Outbox outbox;
    private final Clock clock;

    DecideHeldChange(
            TaxChanges changes,
            ChangeLine line,
            Reevaluate reevaluate,
            AssessClearance clearance,
            Outbox outbox,
            Clock clock) {
        this.changes = changes;
        this.line = line;
        this.reevaluate = reevaluate;
        this.clearance = clearance;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Puts it to the rules again; what was left to an officer goes back to them by this. */
    @Transactional
    public TaxChange reevaluate(ChangeId id) {
        Receipts receipts = locking(id);
        TaxChange change = waiting(id);
        changes.save(change.takenUp());
        reevaluate.handle(change.bizId(), receipts);
        return changes.find(id).orElseThrow();
    }

    @Transactional
    public TaxChange refuse(ChangeId id, String note) {
        Receipts receipts = locking(id);
        TaxChange change = waiting(id);
        line.disallow(change, note, receipts);
        reevaluate.handle(change.bizId(), receipts);
        return changes.find(id).orElseThrow();
    }

    /** When the tenure is clear now, a certificate is issued that the waiting change uses at once. */
    @Transactional
    public TaxChange replaceCertificate(ChangeId id) {
        Receipts receipts = locking(id);
        TaxChange change = waiting(id);
        if (!(change.content() instanceof NewOperator asked) || asked.regime() != Regime.PRE_CLEARANCE) {
            throw notHeld();
        }
        clearance.replace(
                ClearanceRequest.received(
                        id, asked.oldTenureId(), CertificatePurpose.OPERATOR_CHANGE, change.cause(), clock.instant()),
                receipts);
        reevaluate.handle(change.bizId(), receipts);
        return changes.find(id).orElseThrow();
    }

    private Receipts locking(ChangeId id) {
        BizId bizId = changes.businessOf(id).orElseThrow(TaxProblems::notFound);
        return Receipts.locking(outbox, bizId, clock);
    }

    private TaxChange waiting(ChangeId id) {
        TaxChange change = changes.find(id).orElseThrow();
        if (!change.waiting()) {
            throw notHeld();
        }
        return change;
    }

    private static Problem notHeld() {
        return Problem.of(
                TaxProblems.CHANGE_NOT_HELD, "该变更已办结或不适用此操作。", "The change has ended, or this does not apply to it.");
    }
}
