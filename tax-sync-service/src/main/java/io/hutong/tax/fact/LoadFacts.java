package io.hutong.tax.fact;

import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Outbox;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.tax.taxpayer.Taxpayers.Key;
import io.hutong.time.LegalTime;
import io.hutong.web.imports.ImportKind;
import io.hutong.web.imports.ImportLine;
import io.hutong.web.imports.LineOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records the facts of a file, those of one business together, and thinks over at once what waits for them (district
 * notice, measure 3). A fact belongs to the tenure that is current when its line is taken.
 */
@ApplicationScoped
public class LoadFacts implements ImportKind<StatedFact> {
    private final Taxpayers taxpayers;
    private final RecordFacts record;
    private final WhenFactsChange whenFactsChange;
    private final Outbox outbox;
    private final Clock clock;

    public LoadFacts(
            Taxpayers taxpayers, RecordFacts record, WhenFactsChange whenFactsChange, Outbox outbox, Clock clock) {
        this.taxpayers = taxpayers;
        this.record = record;
        this.whenFactsChange = whenFactsChange;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public List<String> columns() {
        return StatedFact.COLUMNS;
    }

    @Override
    public StatedFact read(ImportLine line) {
        return StatedFact.read(line, LegalTime.today(clock));
    }

    @Override
    public List<LineOutcome> take(List<StatedFact> facts) {
        List<UnifiedSocialCreditCode> codes =
                facts.stream().map(StatedFact::uscc).distinct().toList();
        outbox.lockAll(taxpayers.keys(codes).values().stream().map(Key::bizId).toList());
        // asked again, because a tenure may have ended before the lock
        Map<UnifiedSocialCreditCode, Key> known = taxpayers.keys(codes);
        record(facts, known);
        return facts.stream()
                .map(fact -> known.containsKey(fact.uscc()) ? LineOutcome.TAKEN : unknown())
                .toList();
    }

    private void record(List<StatedFact> facts, Map<UnifiedSocialCreditCode, Key> known) {
        Map<BizId, List<FactStatement>> statements = new TreeMap<>();
        Map<BizId, Key> keys = new TreeMap<>();
        for (StatedFact fact : facts) {
            Key key = known.get(fact.uscc());
            if (key != null) {
                keys.put(key.bizId(), key);
                statements
                        .computeIfAbsent(key.bizId(), one -> new ArrayList<>())
                        .add(fact.statement());
            }
        }
        keys.forEach((bizId, key) -> record.handle(
                bizId,
                key.tenureId(),
                statements.getOrDefault(bizId, List.of()),
                Receipts.locking(outbox, bizId, clock)));
        whenFactsChange.concerned(keys.keySet()).stream()
                .sorted()
                .forEach(bizId -> whenFactsChange.recorded(bizId, Receipts.locking(outbox, bizId, clock)));
    }

    private static LineOutcome unknown() {
        return LineOutcome.refused(
                TaxProblems.invalid("/uscc", "fact.uscc-unknown", "税务部门没有这个统一社会信用代码", "tax does not know this code"));
    }
}
