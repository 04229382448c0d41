package io.hutong.tax.changesync;

import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.changesync.ActOnLine.Actor;
import io.hutong.tax.changesync.Content.Annulment;
import io.hutong.tax.changesync.Content.Departure;
import io.hutong.tax.changesync.Content.NewOperator;
import io.hutong.tax.clearance.AssessClearance;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Makes a change as if it had never been (撤销): a waiting one is dealt with as the rules say, one that took effect is
 * undone, and what it had itself cancelled waits again.
 */
@ApplicationScoped
class AnnulChange {
    static final String NOTE = "change annulled by the register";

    private final TaxChanges changes;
    private final Taxpayers taxpayers;
    private final ActOnLine act;
    private final RestoreTaxpayer restore;
    private final SettleFollowers followers;
    private final AssessClearance clearance;
    private final Clock clock;

    AnnulChange(
            TaxChanges changes,
            Taxpayers taxpayers,
            ActOnLine act,
            RestoreTaxpayer restore,
            SettleFollowers followers,
            AssessClearance clearance,
            Clock clock) {
        this.changes = changes;
        this.taxpayers = taxpayers;
        this.act = act;
        this.restore = restore;
        this.followers = followers;
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
            restore.missed(by, annulment, receipts);
            return;
        }
        boolean waited = target.waiting();
        TaxChange reached = waited ? act.on(target, Actor.annulment(by), receipts) : target;
        if (reached.waiting()) {
            return;
        }
        boolean undone = reached.state() == TaxChange.State.APPLIED;
        if (undone) {
            restore.undo(reached, by, annulment, receipts);
        }
        if (undone || !waited && reached.state() == TaxChange.State.REFUSED) {
            changes.save(reached.undone(by.id(), clock.instant()));
        }
        if (reached.content() instanceof NewOperator fallen) {
            OperatorTenureId before = undone ? taxpayers.require(by.bizId()).tenureId() : fallen.oldTenureId();
            followers.handle(fallen, before, by, annulment.restored(), receipts);
        }
        takeBack(by, reached);
    }

    /** What the annulled change had done to the line. */
    private void takeBack(TaxChange by, TaxChange annulled) {
        changes.endedBy(by.bizId(), annulled.id()).forEach(ended -> changes.save(ended.reopened()));
        if (annulled.content() instanceof Departure) {
            act.takeBack(by.bizId(), Actor.What.DEREGISTRATION);
        }
    }

    private void annulRegistration(TaxChange by, Receipts receipts) {
        act.onAll(by.bizId(), Actor.annulment(by), receipts);
        clearance.endAll(by.bizId(), "registration annulled");
        taxpayers.save(taxpayers.require(by.bizId()).registeredAs(BusinessStatus.REGISTRATION_ANNULLED, null));
    }
}
