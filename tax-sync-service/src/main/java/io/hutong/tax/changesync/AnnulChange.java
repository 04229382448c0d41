package io.hutong.tax.changesync;

import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.events.RegistrationEvent.Restored;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.changesync.Content.Annulment;
import io.hutong.tax.changesync.Content.NewOperator;
import io.hutong.tax.changesync.Content.NewOperatorName;
import io.hutong.tax.clearance.AssessClearance;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.tax.taxpayer.Taxpayers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Makes a change as if it had never been (撤销): a waiting one is cancelled, one that took effect is undone, and what it
 * had itself cancelled waits again.
 */
@ApplicationScoped
class AnnulChange {
    private static final String NOTE = "change annulled by the register";

    private final TaxChanges changes;
    private final Taxpayers taxpayers;
    private final ChangeLine line;
    private final RestoreTaxpayer restore;
    private final AssessClearance clearance;
    private final Clock clock;

    AnnulChange(
            TaxChanges changes,
            Taxpayers taxpayers,
            ChangeLine line,
            RestoreTaxpayer restore,
            AssessClearance clearance,
            Clock clock) {
        this.changes = changes;
        this.taxpayers = taxpayers;
        this.line = line;
        this.restore = restore;
        this.clearance = clearance;
        this.clock = clock;
    }

    void handle(TaxChange by, Annulment annulment, Receipts receipts) {
        if (annulment.annulledKind() == ChangeKind.OPENING) {
            annulRegistration(by, receipts);
            return;
        }
        TaxChange target = changes.find(annulment.annulledId()).orElse(null);
        if (target == null) {
            restore.everything(by, annulment.restored());
            return;
        }
        if (target.waiting()) {
            line.refuse(target, Reason.ANNULLED, by, NOTE, receipts);
        } else if (target.state() == TaxChange.State.APPLIED) {
            restore.undo(target, by, annulment, receipts);
            changes.save(target.undone(by.id(), clock.instant()));
        } else if (target.state() == TaxChange.State.REFUSED) {
            changes.save(target.undone(by.id(), clock.instant()));
        }
        if (target.content() instanceof NewOperator fallen) {
            settleFollowers(fallen, by, annulment.restored(), receipts);
        }
        changes.endedBy(by.bizId(), target.id()).forEach(ended -> changes.save(ended.reopened()));
    }

    private void annulRegistration(TaxChange by, Receipts receipts) {
        line.refuseAll(Reason.ANNULLED, by, NOTE, receipts);
        clearance.endAll(by.bizId(), "registration annulled");
        taxpayers.save(taxpayers.require(by.bizId()).registeredAs(BusinessStatus.REGISTRATION_ANNULLED, null));
    }

    /**
     * What stood on the annulled tenure: a new name of an operator who never was falls with it; a later operator whom the
     * register keeps follows the tenure that is now current; one whom it does not keep is left for an officer.
     */
    private void settleFollowers(NewOperator fallen, TaxChange by, Restored restored, Receipts receipts) {
        Taxpayer taxpayer = taxpayers.require(by.bizId());
        List<TaxChange> waiting = changes.waiting(by.bizId());
        boolean kept = waiting.stream().anyMatch(change -> leadsTo(change, restored.tenureId()));
        for (TaxChange change : waiting) {
            if (change.content() instanceof NewOperatorName asked
                    && asked.tenureId().equals(fallen.newTenureId())) {
                line.refuse(change, Reason.ANNULLED, by, NOTE, receipts);
            } else if (kept
                    && change.content() instanceof NewOperator asked
                    && asked.oldTenureId().equals(fallen.newTenureId())) {
                changes.save(change.asking(asked.ending(taxpayer.tenureId())));
            }
        }
    }

    private static boolean leadsTo(TaxChange change, OperatorTenureId tenureId) {
        return change.content() instanceof NewOperator asked
                && asked.newTenureId().equals(tenureId);
    }
}
