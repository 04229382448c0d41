package io.hutong.tax.fact;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.Outbox;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayers;
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

    /** Without a tenure the one that is current at tax is meant. */
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
        OperatorTenureId tenureId =
                command.tenureId() == null ? taxpayers.require(bizId).tenureId() : known(bizId, command.tenureId());
        List<TaxFact> facts = record.handle(bizId, tenureId, List.of(command.statement()), receipts);
        whenFactsChange.recorded(bizId, receipts);
        return facts.get(0);
    }

    private OperatorTenureId known(BizId bizId, OperatorTenureId tenureId) {
        if (tenures.find(tenureId)
                .filter(tenure -> tenure.bizId().equals(bizId))
                .isEmpty()) {
            throw TaxProblems.invalid(
                    "/tenureId", "fact.tenure", "该经营者任期不属于此经营主体", "the tenure does not belong to this business");
        }
        return tenureId;
    }
}
