package io.hutong.tax.fact;

import io.hutong.events.TaxEvent.StatusChanged;
import io.hutong.events.TaxEvent.StatusChanged.Status;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.UuidV7;
import io.hutong.tax.receipt.Cause;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Standing;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Adds statements about a tenure to the log; the standing of the taxpayer follows (非正常). Runs in a transaction that
 * holds the lock of the business.
 */
@ApplicationScoped
public class RecordFacts {
    private final FactLog log;
    private final Taxpayers taxpayers;
    private final UuidV7 ids;
    private final Clock clock;

    public RecordFacts(FactLog log, Taxpayers taxpayers, UuidV7 ids, Clock clock) {
        this.log = log;
        this.taxpayers = taxpayers;
        this.ids = ids;
        this.clock = clock;
    }

    public List<TaxFact> handle(
            BizId bizId, OperatorTenureId tenureId, List<FactStatement> statements, Receipts receipts) {
        List<TaxFact> facts = statements.stream()
                .map(statement -> fact(bizId, tenureId, statement))
                .toList();
        log.append(facts);
        if (facts.stream().anyMatch(fact -> fact.item() == FactItem.NON_NORMAL)) {
            followStanding(bizId, tenureId, receipts);
        }
        return facts;
    }

    private TaxFact fact(BizId bizId, OperatorTenureId tenureId, FactStatement statement) {
        return new TaxFact(
                ids.next(),
                bizId,
                tenureId,
                statement.item(),
                statement.value(),
                statement.amount(),
                statement.note(),
                statement.source(),
                statement.validFrom(),
                clock.instant());
    }

    private void followStanding(BizId bizId, OperatorTenureId tenureId, Receipts receipts) {
        Taxpayer taxpayer = taxpayers.require(bizId);
        Status now = taxpayer.standing().status();
        if (!tenureId.equals(taxpayer.tenureId()) || now == Status.DEREGISTERED) {
            return;
        }
        log.standing(tenureId, LegalTime.today(clock)).fact(FactItem.NON_NORMAL).ifPresent(fact -> {
            Status next = fact.value() == FactValue.YES ? Status.NON_NORMAL : Status.NORMAL;
            if (next != now) {
                Standing standing = new Standing(next, fact.validFrom());
                taxpayers.save(taxpayer.standing(standing));
                receipts.give(new StatusChanged(next, standing.since()), ownAct(taxpayer, standing));
            }
        });
    }

    /** Tax acts by itself: the affair begins here. */
    private Cause ownAct(Taxpayer taxpayer, Standing standing) {
        return new Cause(
                taxpayer.bizId(), taxpayer.registrar().division(), ids.next(), null, clock.instant(), standing.since());
    }
}
