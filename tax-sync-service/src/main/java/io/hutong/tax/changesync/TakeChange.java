package io.hutong.tax.changesync;

import io.hutong.events.CertificatePurpose;
import io.hutong.events.TaxEvent.ChangeReceived;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.identity.ChangeId;
import io.hutong.tax.changesync.ActOnLine.Actor;
import io.hutong.tax.changesync.Content.Annulment;
import io.hutong.tax.clearance.AssessClearance;
import io.hutong.tax.clearance.ClearanceRequest;
import io.hutong.tax.clearance.RedeemCertificate;
import io.hutong.tax.receipt.Cause;
import io.hutong.tax.receipt.Receipts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Takes every change of the register, acknowledges it, and lets it take effect or wait. Leaving the register, annulment
 * and withdrawal never wait: they act on the line. Runs in the inbox's transaction.
 */
@ApplicationScoped
public class TakeChange {
    private final TaxChanges changes;
    private final ChangeLine line;
    private final ActOnLine act;
    private final AnnulChange annul;
    private final AssessClearance clearance;
    private final RedeemCertificate certificates;

    TakeChange(
            TaxChanges changes,
            ChangeLine line,
            ActOnLine act,
            AnnulChange annul,
            AssessClearance clearance,
            RedeemCertificate certificates) {
        this.changes = changes;
        this.line = line;
        this.act = act;
        this.annul = annul;
        this.clearance = clearance;
        this.certificates = certificates;
    }

    /** Many changes are about to come. */
    public void expect(List<ChangeId> ids) {
        changes.expect(ids);
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

    /** Market supervision asks for clearance; that of a conversion acts on the line too (Order 103 art. 18, 20). */
    public void ask(ClearanceRequest asked, Receipts receipts) {
        if (asked.purpose() == CertificatePurpose.CONVERT) {
            act.onAll(asked.cause().bizId(), Actor.conversion(), receipts);
        }
        clearance.request(asked, receipts);
    }

    /** The applicants withdrew what was not registered yet, or tax had still in its line. */
    public void withdraw(ChangeId changeId, Cause cause, Receipts receipts) {
        TaxChange change = changes.find(changeId).orElse(null);
        if (change != null && !change.waiting()) {
            return;
        }
        boolean conversion = clearance.purposeOf(changeId).equals(Optional.of(CertificatePurpose.CONVERT));
        clearance.withdraw(changeId);
        if (change == null) {
            receipts.give(new ChangeRefused(changeId, Reason.WITHDRAWN, "application withdrawn"), cause);
        } else {
            act.on(change, Actor.withdrawal(), receipts);
        }
        if (conversion) {
            act.takeBack(cause.bizId(), Actor.What.CONVERSION);
        }
        line.advance(cause.bizId(), receipts);
    }

    private void depart(TaxChange change, Content.Departure departure, Receipts receipts) {
        boolean cleared =
                departure.certificateId() != null && certificates.useIfInForce(departure.certificateId(), change.id());
        act.onAll(change.bizId(), Actor.deregistration(change), receipts);
        clearance.endAll(change.bizId(), "business deregistered");
        line.pass(change.asking(departure.cleared(cleared)), receipts);
    }

    private void annul(TaxChange change, Annulment annulment, Receipts receipts) {
        annul.handle(change, annulment, receipts);
        line.pass(change, receipts);
        line.advance(change.bizId(), receipts);
        clearance.reassess(change.bizId(), receipts);
    }
}
