package io.hutong.tax.changesync;

import io.hutong.events.TaxEvent.ChangeReceived;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.identity.ChangeId;
import io.hutong.tax.changesync.Content.Annulment;
import io.hutong.tax.clearance.AssessClearance;
import io.hutong.tax.clearance.RedeemCertificate;
import io.hutong.tax.receipt.Cause;
import io.hutong.tax.receipt.Receipts;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes every change of the register, acknowledges it, and lets it take effect or wait. Leaving the register, annulment
 * and withdrawal never wait: they act on the line. Runs in the inbox's transaction.
 */
@ApplicationScoped
public class TakeChange {
    private final TaxChanges changes;
    private final ChangeLine line;
    private final AnnulChange annul;
    private final AssessClearance clearance;
    private final RedeemCertificate certificates;

    TakeChange(
            TaxChanges changes,
            ChangeLine line,
            AnnulChange annul,
            AssessClearance clearance,
            RedeemCertificate certificates) {
        this.changes = changes;
        this.line = line;
        this.annul = annul;
        this.clearance = clearance;
        this.certificates = certificates;
    }

    public void handle(TaxChange change, Receipts receipts) {
        if (changes.find(change.id()).isPresent()) {
            return;
        }
        receipts.give(new ChangeReceived(change.id()), change.cause());
        Content content = change.content();
        if (content instanceof Content.Opening) {
            line.pass(change, receipts);
        } else if (content instanceof Content.Departure departure) {
            depart(change, departure, receipts);
        } else if (content instanceof Annulment annulment) {
            annul(change, annulment, receipts);
        } else {
            line.join(change, receipts);
            clearance.reassess(change.bizId(), receipts);
        }
    }

    /** The applicants withdrew what was not registered yet, or tax had still in its line. */
    public void withdraw(ChangeId changeId, Cause cause, Receipts receipts) {
        TaxChange change = changes.find(changeId).orElse(null);
        if (change != null && !change.waiting()) {
            return;
        }
        clearance.withdraw(changeId);
        if (change == null) {
            receipts.give(new ChangeRefused(changeId, Reason.WITHDRAWN, "application withdrawn"), cause);
        } else {
            line.refuse(change, Reason.WITHDRAWN, null, "application withdrawn", receipts);
            line.advance(cause.bizId(), receipts);
        }
    }

    private void depart(TaxChange change, Content.Departure departure, Receipts receipts) {
        if (departure.certificateId() != null) {
            certificates.useIfInForce(departure.certificateId(), change.id());
        }
        line.refuseAll(Reason.OVERTAKEN_BY_DEREGISTRATION, change, "business deregistered", receipts);
        clearance.endAll(change.bizId(), "business deregistered");
        line.pass(change, receipts);
    }

    private void annul(TaxChange change, Annulment annulment, Receipts receipts) {
        annul.handle(change, annulment, receipts);
        line.pass(change, receipts);
        line.advance(change.bizId(), receipts);
        clearance.reassess(change.bizId(), receipts);
    }
}
