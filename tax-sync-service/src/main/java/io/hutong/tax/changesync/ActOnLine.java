package io.hutong.tax.changesync;

import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.identity.BizId;
import io.hutong.tax.receipt.Receipts;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * What never waits acts on the changes that do: each is cancelled, let through or left to an officer, as the rules say
 * ({@code rules/change-line.yaml}), and each time the register is told.
 */
@ApplicationScoped
class ActOnLine {
    private final TaxChanges changes;
    private final ChangeLine line;
    private final LineRules rules;

    ActOnLine(TaxChanges changes, ChangeLine line, LineRules rules) {
        this.changes = changes;
        this.line = line;
        this.rules = rules;
    }

    /** Who acts, and what is said of what it cancels. {@code by} is the change that acts, if it is one. */
    record Actor(
            What what, Reason reason, String note, @Nullable TaxChange by) {
        /** Rows of the table. */
        enum What {
            ANNULMENT,
            WITHDRAWAL,
            DEREGISTRATION,
            CONVERSION
        }

        static Actor annulment(TaxChange by) {
            return new Actor(What.ANNULMENT, Reason.ANNULLED, AnnulChange.NOTE, by);
        }

        static Actor withdrawal() {
            return new Actor(What.WITHDRAWAL, Reason.WITHDRAWN, "application withdrawn", null);
        }

        static Actor deregistration(TaxChange by) {
            return new Actor(What.DEREGISTRATION, Reason.OVERTAKEN_BY_DEREGISTRATION, "business deregistered", by);
        }

        static Actor conversion() {
            return new Actor(What.CONVERSION, Reason.NOT_ALLOWED, "business becomes an enterprise", null);
        }
    }

    /** Acts on one waiting change, and says what became of it. */
    TaxChange on(TaxChange waiting, Actor actor, Receipts receipts) {
        return switch (rules.actOf(actor.what())) {
            case CANCEL -> line.refuse(waiting, actor.reason(), actor.by(), actor.note(), receipts);
            case RELEASE -> line.release(waiting, receipts);
            case OFFICER -> line.leaveToOfficer(waiting, actor.what().name(), receipts);
        };
    }

    void onAll(BizId bizId, Actor actor, Receipts receipts) {
        changes.waiting(bizId).forEach(waiting -> on(waiting, actor, receipts));
    }

    /** The actor is gone, as if it had not acted: what it had left to an officer is put to the rules again. */
    void takeBack(BizId bizId, Actor.What what) {
        changes.waiting(bizId).stream()
                .filter(waiting -> waiting.leftToOfficerBy(what.name()))
                .forEach(waiting -> changes.save(waiting.takenUp()));
    }
}
