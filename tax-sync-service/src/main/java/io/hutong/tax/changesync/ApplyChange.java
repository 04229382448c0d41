package io.hutong.tax.changesync;

import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangedFacts;
import io.hutong.events.TaxEvent.StatusChanged;
import io.hutong.events.TaxEvent.StatusChanged.Status;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.changesync.Content.NewOperator;
import io.hutong.tax.changesync.Content.NewOperatorName;
import io.hutong.tax.changesync.Content.Notice;
import io.hutong.tax.changesync.Content.Opening;
import io.hutong.tax.fact.RecordSystemFacts;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Operator;
import io.hutong.tax.taxpayer.Standing;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.tax.taxpayer.Tenure;
import io.hutong.tax.taxpayer.Tenures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Carries a change of the register into the tax record, and names what an officer has to do after it. */
@ApplicationScoped
class ApplyChange {
    private final Taxpayers taxpayers;
    private final Tenures tenures;
    private final RecordSystemFacts facts;

    ApplyChange(Taxpayers taxpayers, Tenures tenures, RecordSystemFacts facts) {
        this.taxpayers = taxpayers;
        this.tenures = tenures;
        this.facts = facts;
    }

    /** Returns the follow-ups: works of an officer that the change brings but does not wait for. */
    List<String> apply(TaxChange change, Receipts receipts) {
        Content content = change.content();
        if (content instanceof Opening opening) {
            open(change, opening);
        } else if (content instanceof Content.NewFacts asked) {
            return renew(change.bizId(), asked.after());
        } else if (content instanceof NewOperator asked) {
            pass(change, asked, receipts);
        } else if (content instanceof NewOperatorName asked) {
            rename(change.bizId(), asked);
        } else if (content instanceof Notice notice) {
            Taxpayer taxpayer = taxpayers.require(change.bizId());
            taxpayers.save(taxpayer.registeredAs(notice.status(), notice.until()));
        } else if (content instanceof Content.Departure departure) {
            return leave(change, departure, receipts);
        }
        return List.of();
    }

    private void open(TaxChange change, Opening opening) {
        Taxpayer taxpayer = opening.taxpayer();
        taxpayers.add(taxpayer);
        tenures.add(Tenure.begun(
                taxpayer.tenureId(),
                taxpayer.bizId(),
                opening.operator(),
                change.cause().effectiveAt()));
        if (!opening.initialLoad()) {
            neverTaxed(change, taxpayer.tenureId());
        }
    }

    private List<String> renew(BizId bizId, ChangedFacts after) {
        Taxpayer before = taxpayers.require(bizId);
        Taxpayer now = before.with(after);
        taxpayers.save(now);
        List<String> followUps = new ArrayList<>();
        if (after.scope() != null) {
            followUps.add("TAX_TYPES_REVIEW");
        }
        if (!now.counties().equals(before.counties())) {
            followUps.add("TAX_OFFICE_TRANSFER");
        }
        return followUps;
    }

    private void pass(TaxChange change, NewOperator asked, Receipts receipts) {
        tenures.save(tenures.require(asked.oldTenureId()).ended(change.cause().effectiveAt()));
        tenures.add(Tenure.begun(
                asked.newTenureId(),
                change.bizId(),
                asked.operator(),
                change.cause().effectiveAt()));
        Taxpayer taxpayer = taxpayers.require(change.bizId());
        taxpayers.save(taxpayer.operatedBy(asked.newTenureId(), asked.operator().name()));
        neverTaxed(change, asked.newTenureId());
        leaveBehind(change, receipts);
    }

    /** What made the former operator non-normal (非正常) does not follow to the next one: facts belong to a tenure. */
    private void leaveBehind(TaxChange change, Receipts receipts) {
        Taxpayer taxpayer = taxpayers.require(change.bizId());
        if (taxpayer.standing().status() == Status.NON_NORMAL) {
            Standing normal = new Standing(Status.NORMAL, change.cause().effectiveAt());
            taxpayers.save(taxpayer.standing(normal));
            receipts.give(new StatusChanged(normal.status(), normal.since()), change.cause());
        }
    }

    private void rename(BizId bizId, NewOperatorName asked) {
        Tenure tenure = tenures.require(asked.tenureId());
        Operator renamed = new Operator(
                asked.operator().name(),
                asked.operator().identity(),
                tenure.operator().ref());
        tenures.save(tenure.under(renamed));
        taxpayers.save(taxpayers
                .require(bizId)
                .operatedBy(asked.tenureId(), asked.operator().name()));
    }

    private List<String> leave(TaxChange change, Content.Departure departure, Receipts receipts) {
        Standing gone = new Standing(Status.DEREGISTERED, change.cause().effectiveAt());
        taxpayers.save(taxpayers
                .require(change.bizId())
                .registeredAs(BusinessStatus.DEREGISTERED, null)
                .standing(gone));
        receipts.give(new StatusChanged(gone.status(), gone.since()), change.cause());
        return departure.uncleared() ? List.of("CLEARANCE_MISSING") : List.of();
    }

    /** A new tenure has handled no tax matter yet: tax knows that by itself. */
    private void neverTaxed(TaxChange change, OperatorTenureId tenure) {
        facts.neverHandledTax(change.bizId(), tenure, change.cause().effectiveAt());
    }
}
