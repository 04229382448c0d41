package io.hutong.tax.changesync;

import io.hutong.events.ChangedFacts;
import io.hutong.events.RegistrationEvent.Restored;
import io.hutong.events.TaxEvent.StatusChanged;
import io.hutong.events.TaxEvent.StatusChanged.Status;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.changesync.Content.Annulment;
import io.hutong.tax.changesync.Content.NewOperator;
import io.hutong.tax.changesync.Content.NewOperatorName;
import io.hutong.tax.fact.FactItem;
import io.hutong.tax.fact.FactLog;
import io.hutong.tax.fact.FactValue;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Divergences;
import io.hutong.tax.taxpayer.Operator;
import io.hutong.tax.taxpayer.Standing;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.tax.taxpayer.Tenure;
import io.hutong.tax.taxpayer.Tenures;
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the effect of an annulled change back, by the state that the register says holds again. */
@ApplicationScoped
class RestoreTaxpayer {
    private final TaxChanges changes;
    private final Taxpayers taxpayers;
    private final Tenures tenures;
    private final Divergences divergences;
    private final FactLog facts;
    private final Clock clock;

    RestoreTaxpayer(
            TaxChanges changes,
            Taxpayers taxpayers,
            Tenures tenures,
            Divergences divergences,
            FactLog facts,
            Clock clock) {
        this.changes = changes;
        this.taxpayers = taxpayers;
        this.tenures = tenures;
        this.divergences = divergences;
        this.facts = facts;
        this.clock = clock;
    }

    /** Undoes what the target did, and no more: other changes may still wait at tax. */
    void undo(TaxChange target, TaxChange by, Annulment annulment, Receipts receipts) {
        Content content = target.content();
        Restored restored = annulment.restored();
        Taxpayer taxpayer = taxpayers.require(by.bizId());
        if (content instanceof Content.NewFacts done) {
            taxpayers.save(facts(taxpayer, done.after(), restored, waitingAfter(target)));
        } else if (content instanceof NewOperator done) {
            undoOperator(taxpayer, done, by, annulment, receipts);
        } else if (content instanceof NewOperatorName done) {
            undoName(taxpayer, done, restored);
        } else if (content instanceof Content.Notice) {
            taxpayers.save(taxpayer.registeredAs(restored.status(), restored.suspendedUntil()));
        } else if (content instanceof Content.Departure) {
            undoDeparture(taxpayer, by, restored, receipts);
        } else {
            everything(by, restored, receipts);
        }
    }

    /** Of what never reached tax nothing has to be undone, but what the register says holds. */
    void missed(TaxChange by, Annulment annulment, Receipts receipts) {
        everything(by, annulment.restored(), receipts);
        divergences.end(by.bizId(), annulment.annulledId());
    }

    /** The whole state, when it is not known what the annulled change had done. */
    private void everything(TaxChange by, Restored restored, Receipts receipts) {
        Taxpayer taxpayer = taxpayers
                .require(by.bizId())
                .named(restored.name())
                .with(ChangedFacts.of(null, restored.scope(), restored.premises()))
                .registeredAs(restored.status(), restored.suspendedUntil());
        tenures.find(restored.tenureId())
                .ifPresentOrElse(tenure -> giveBack(taxpayer, tenure, by, receipts), () -> taxpayers.save(taxpayer));
    }

    /** To an operator whose own facts say how he stands (非正常 belongs to a tenure); who left the register stays gone. */
    private void giveBack(Taxpayer taxpayer, Tenure tenure, TaxChange by, Receipts receipts) {
        Taxpayer back = taxpayer.operatedBy(tenure.id(), tenure.operator().name());
        Status now = taxpayer.standing().status();
        Standing own = standingOf(tenure.id(), by);
        if (taxpayer.tenureId().equals(tenure.id()) || now == Status.DEREGISTERED || now == own.status()) {
            taxpayers.save(back);
        } else {
            taxpayers.save(back.standing(own));
            receipts.give(new StatusChanged(own.status(), own.since()), by.cause());
        }
    }

    private Standing standingOf(OperatorTenureId tenureId, TaxChange by) {
        FactValue nonNormal = facts.standing(tenureId, LegalTime.today(clock)).value(FactItem.NON_NORMAL);
        return new Standing(
                nonNormal == FactValue.YES ? Status.NON_NORMAL : Status.NORMAL,
                by.cause().effectiveAt());
    }

    private List<ChangedFacts> waitingAfter(TaxChange target) {
        return changes.waiting(target.bizId()).stream()
                .filter(change -> change.place() > target.place())
                .map(TaxChange::content)
                .filter(Content.NewFacts.class::isInstance)
                .map(content -> ((Content.NewFacts) content).after())
                .toList();
    }

    /** What a later change changes again stays: the register's value is the one for which that change still waits. */
    private static Taxpayer facts(
            Taxpayer taxpayer, ChangedFacts touched, Restored restored, List<ChangedFacts> waiting) {
        boolean nameSettled = touched.touchesName() && waiting.stream().noneMatch(ChangedFacts::touchesName);
        Taxpayer named = nameSettled ? taxpayer.named(restored.name()) : taxpayer;
        return named.with(ChangedFacts.of(
                null,
                settles(touched, waiting, ChangedFacts::scope) ? restored.scope() : null,
                settles(touched, waiting, ChangedFacts::premises) ? restored.premises() : null));
    }

    private static boolean settles(
            ChangedFacts touched, List<ChangedFacts> waiting, Function<ChangedFacts, @Nullable Object> field) {
        return field.apply(touched) != null && waiting.stream().allMatch(later -> field.apply(later) == null);
    }

    private void undoOperator(
            Taxpayer taxpayer, NewOperator done, TaxChange by, Annulment annulment, Receipts receipts) {
        tenures.save(tenures.require(done.newTenureId()).annulled(annulment.retroactiveTo()));
        boolean current = taxpayer.tenureId().equals(done.newTenureId());
        if (current) {
            Tenure old = before(done, annulment.restored()).reopened();
            tenures.save(old);
            giveBack(taxpayer, old, by, receipts);
        }
    }

    /** Whom the register restores, if tax has him; else the nearest before the annulled one who was not annulled. */
    private Tenure before(NewOperator done, Restored restored) {
        Tenure old = tenures.require(done.oldTenureId());
        return tenures.find(restored.tenureId())
                .filter(tenure -> !tenure.annulled())
                .or(() -> Optional.of(old).filter(tenure -> !tenure.annulled()))
                .or(() -> tenures.of(old.bizId()).stream()
                        .filter(tenure -> !tenure.annulled())
                        .reduce((earlier, later) -> later))
                .orElse(old);
    }

    private void undoName(Taxpayer taxpayer, NewOperatorName done, Restored restored) {
        Tenure tenure = tenures.require(done.tenureId());
        Operator before = tenure.operator();
        tenures.save(tenure.under(before.named(restored.operatorName())));
        if (taxpayer.tenureId().equals(tenure.id())) {
            taxpayers.save(taxpayer.operatedBy(tenure.id(), restored.operatorName()));
        }
    }

    private void undoDeparture(Taxpayer taxpayer, TaxChange by, Restored restored, Receipts receipts) {
        Standing again = standingOf(taxpayer.tenureId(), by);
        taxpayers.save(taxpayer.registeredAs(restored.status(), restored.suspendedUntil())
                .standing(again));
        receipts.give(new StatusChanged(again.status(), again.since()), by.cause());
    }
}
