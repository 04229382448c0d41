package io.hutong.tax.changesync;

import io.hutong.events.RegistrationEvent.Restored;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.changesync.Content.NewOperator;
import io.hutong.tax.changesync.Content.NewOperatorName;
import io.hutong.tax.receipt.Receipts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sees to what stood on an annulled tenure, be it waiting or overtaken by a deregistration that may itself be annulled: a
 * new name of an operator who never was falls with it; a later operator whom the register keeps follows the tenure before;
 * one whom it does not keep is left for an officer (Administrative Regulations art. 40-42).
 */
@ApplicationScoped
class SettleFollowers {
    private final TaxChanges changes;
    private final ChangeLine line;
    private final Clock clock;

    SettleFollowers(TaxChanges changes, ChangeLine line, Clock clock) {
        this.changes = changes;
        this.line = line;
        this.clock = clock;
    }

    /** {@code before} is the tenure that holds again where the fallen one had been. */
    void handle(NewOperator fallen, OperatorTenureId before, TaxChange by, Restored restored, Receipts receipts) {
        List<TaxChange> standing = standing(by.bizId());
        boolean kept = standing.stream().anyMatch(change -> leadsTo(change, restored.tenureId()));
        for (TaxChange change : standing) {
            if (change.content() instanceof NewOperatorName asked
                    && asked.tenureId().equals(fallen.newTenureId())) {
                end(change, by, receipts);
            } else if (kept
                    && change.content() instanceof NewOperator asked
                    && asked.oldTenureId().equals(fallen.newTenureId())) {
                changes.save(change.asking(asked.ending(before)));
            }
        }
    }

    private List<TaxChange> standing(BizId bizId) {
        return Stream.concat(changes.waiting(bizId).stream(), changes.overtaken(bizId).stream())
                .sorted(Comparator.comparingLong(TaxChange::place))
                .toList();
    }

    private void end(TaxChange change, TaxChange by, Receipts receipts) {
        if (change.waiting()) {
            line.refuse(change, Reason.ANNULLED, by, AnnulChange.NOTE, receipts);
        } else {
            changes.save(change.undone(by.id(), clock.instant()));
        }
    }

    private static boolean leadsTo(TaxChange change, OperatorTenureId tenureId) {
        return change.content() instanceof NewOperator asked
                && asked.newTenureId().equals(tenureId);
    }
}
