package io.hutong.tax.changesync;

import io.hutong.events.Audience;
import io.hutong.events.BlockingItem;
import io.hutong.events.ChangeKind;
import io.hutong.events.Sealed;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.changesync.Content.NewOperator;
import io.hutong.tax.clearance.Hold;
import io.hutong.tax.clearance.RedeemCertificate;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line of changes of one business at tax: each takes effect in order, or waits and says why. */
@ApplicationScoped
class ChangeLine {
    private final TaxChanges changes;
    private final Taxpayers taxpayers;
    private final JudgeChange judge;
    private final ApplyChange apply;
    private final RedeemCertificate certificates;
    private final Clock clock;

    ChangeLine(
            TaxChanges changes,
            Taxpayers taxpayers,
            JudgeChange judge,
            ApplyChange apply,
            RedeemCertificate certificates,
            Clock clock) {
        this.changes = changes;
        this.taxpayers = taxpayers;
        this.judge = judge;
        this.apply = apply;
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * Takes a new change at the end of the line. What it brings when it takes effect at once, another operator and his
     * standing, may be all that others waited for: they go before anything later comes.
     */
    void join(TaxChange change, Receipts receipts) {
        List<TaxChange> held = new ArrayList<>(changes.waiting(change.bizId()));
        TaxChange moved = move(change, held, receipts);
        changes.add(moved);
        if (!moved.waiting() && !held.isEmpty()) {
            advance(change.bizId(), receipts);
        }
    }

    /** Takes a change that never waits. */
    void pass(TaxChange change, Receipts receipts) {
        changes.add(carryOut(change, Verdict.Go.FREELY, receipts));
    }

    /**
     * Goes through the line from its head: what may take effect does so, and so may then what stood behind it. As long as
     * anything did, what stood before it is asked again, because its standing may have been what they waited for.
     */
    void advance(BizId bizId, Receipts receipts) {
        List<TaxChange> waiting = changes.waiting(bizId);
        List<TaxChange> held = advanced(waiting, receipts);
        while (!held.isEmpty() && held.size() < waiting.size()) {
            waiting = held;
            held = advanced(waiting, receipts);
        }
    }

    private List<TaxChange> advanced(List<TaxChange> waiting, Receipts receipts) {
        List<TaxChange> held = new ArrayList<>();
        for (TaxChange change : waiting) {
            TaxChange moved = move(change, held, receipts);
            changes.save(moved);
            if (moved.waiting()) {
                held.add(moved);
            }
        }
        return held;
    }

    /** Ends a waiting change without effect. */
    TaxChange refuse(TaxChange change, Reason reason, @Nullable TaxChange by, String note, Receipts receipts) {
        TaxChange refused = change.refused(reason, by == null ? null : by.id(), clock.instant());
        changes.save(refused);
        receipts.give(
                new ChangeRefused(change.id(), reason, note),
                by == null ? change.cause() : change.cause().movedBy(by.cause()));
        return refused;
    }

    /** Ends a waiting change because an officer will not carry it out; what the officer writes stays at tax. */
    TaxChange disallow(TaxChange change, String note, Receipts receipts) {
        receipts.give(new ChangeRefused(change.id(), Reason.NOT_ALLOWED, TaxEvent.OFFICER_DECISION), change.cause());
        return saved(change.notAllowed(note, clock.instant()));
    }

    /** Lets a waiting change take effect whatever holds it; one whose ground tax does not have stays with an officer. */
    TaxChange release(TaxChange change, Receipts receipts) {
        return saved(follow(change, judge.released(change, taxpayers.require(change.bizId())), receipts));
    }

    /** Leaves a waiting change to an officer, who alone moves it on. */
    TaxChange leaveToOfficer(TaxChange change, String actor, Receipts receipts) {
        return saved(hold(change, judge.leftToOfficer(change, actor), receipts));
    }

    private TaxChange saved(TaxChange moved) {
        changes.save(moved);
        return moved;
    }

    private TaxChange move(TaxChange change, List<TaxChange> held, Receipts receipts) {
        return follow(change, judge.judge(change, taxpayers.require(change.bizId()), held), receipts);
    }

    private TaxChange follow(TaxChange change, Verdict verdict, Receipts receipts) {
        return verdict instanceof Verdict.Wait wait
                ? hold(change, wait, receipts)
                : carryOut(change, (Verdict.Go) verdict, receipts);
    }

    private TaxChange hold(TaxChange change, Verdict.Wait wait, Receipts receipts) {
        Hold hold = wait.hold();
        if (!hold.saysTheSameAs(change.progress().hold())) {
            BlockingItem.Items items = hold.items();
            receipts.give(
                    new ChangeHeld(
                            change.id(),
                            hold.blocks(),
                            items == null ? null : Sealed.under(tenureOf(change), Audience.TAX_DETAIL, items),
                            hold.ruleSet()),
                    change.cause(),
                    hold.ruleSet());
        }
        return change.held(hold, wait.explanation(), clock.instant());
    }

    private TaxChange carryOut(TaxChange change, Verdict.Go go, Receipts receipts) {
        Instant released = change.wasHeld() ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null;
        if (go.certificateId() != null) {
            certificates.use(go.certificateId());
        }
        List<String> followUps = apply.apply(change, receipts);
        Mode mode = modeOf(change);
        receipts.give(new ChangeCompleted(change.id(), mode, followUps.size(), released), change.cause(), go.ruleSet());
        return change.applied(mode, go.explanation(), followUps, clock.instant());
    }

    private static Mode modeOf(TaxChange change) {
        if (change.wasHeld()) {
            return Mode.AFTER_CLEARANCE;
        }
        return change.content().kind() == ChangeKind.OPERATOR ? Mode.IMMEDIATE : Mode.AUTO;
    }

    /** The tenure under whose key the items are sealed: the one that ends, whose secrets they are. */
    private OperatorTenureId tenureOf(TaxChange change) {
        return change.content() instanceof NewOperator asked
                ? asked.oldTenureId()
                : taxpayers.require(change.bizId()).tenureId();
    }
}
