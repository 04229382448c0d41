package io.hutong.tax.fact;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.Outbox;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.tax.taxpayer.Taxpayers.Key;
import io.hutong.tax.taxpayer.Tenures;
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An officer states a fact; what waits for it is thought over at once (district notice, measure 3). */
@ApplicationScoped
public class StateFact {
    private final Taxpayers taxpayers;
    private final Tenures tenures;
    private final RecordFacts record;
    private final WhenFactsChange whenFactsChange;
    private final Outbox outbox;
    private final Clock clock;

    public StateFact(
            Taxpayers taxpayers,
            Tenures tenures,
            RecordFacts record,
            WhenFactsChange whenFactsChange,
            Outbox outbox,
            Clock clock) {
        this.taxpayers = taxpayers;
        this.tenures = tenures;
        this.record = record;
        this.whenFactsChange = whenFactsChange;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Without a tenure the one that is current at tax is meant, for days on which nobody else was the operator. */
    public record Command(BizId bizId, @Nullable OperatorTenureId tenureId, FactStatement statement) {}

    @Transactional
    public TaxFact handle(Command command) {
        BizId bizId = command.bizId();
        command.statement().fault(LegalTime.today(clock)).ifPresent(fault -> {
            throw TaxProblems.invalid("", fault.code(), fault.zh(), fault.en());
        });
        if (!taxpayers.exists(bizId)) {
            throw TaxProblems.notFound();
        }
        Receipts receipts = Receipts.locking(outbox, bizId, clock);
        Key current = new Key(bizId, taxpayers.require(bizId).tenureId());
        OperatorTenureId tenureId = new KnownTerms(tenures.terms(List.of(bizId)), LegalTime.today(clock))
                .tenureOf(current, command.tenureId(), command.statement().validFrom());
        List<TaxFact> facts = record.handle(bizId, tenureId, List.of(command.statement()), receipts);
        whenFactsChange.recorded(bizId, receipts);
        return facts.get(0);
    }
}
