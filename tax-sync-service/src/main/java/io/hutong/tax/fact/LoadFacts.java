package io.hutong.tax.fact;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Outbox;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.tax.taxpayer.Taxpayers.Key;
import io.hutong.tax.taxpayer.Tenures;
import io.hutong.time.LegalTime;
import io.hutong.web.Problem;
import io.hutong.web.imports.ImportKind;
import io.hutong.web.imports.ImportLine;
import io.hutong.web.imports.LineOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records the facts of a file, those of one business together, and thinks over at once what waits for them (district
 * notice, measure 3). A fact belongs to the tenure that its line names, else to the one that is current when the line is
 * taken; lines of one code that follow each other are taken together, so that no operator change comes between them.
 */
@ApplicationScoped
public class LoadFacts implements ImportKind<StatedFact> {
    private final Taxpayers taxpayers;
    private final Tenures tenures;
    private final RecordFacts record;
    private final WhenFactsChange whenFactsChange;
    private final Outbox outbox;
    private final Clock clock;

    public LoadFacts(
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

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public List<String> columns() {
        return StatedFact.COLUMNS;
    }

    @Override
    public List<String> optionalColumns() {
        return StatedFact.OPTIONAL_COLUMNS;
    }

    @Override
    public boolean together(StatedFact line, StatedFact next) {
        return line.uscc().equals(next.uscc());
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
        KnownTerms terms = new KnownTerms(
                tenures.terms(known.values().stream().map(Key::bizId).distinct().toList()), LegalTime.today(clock));
        Map<BizId, Map<OperatorTenureId, List<FactStatement>>> statements = new TreeMap<>();
        List<LineOutcome> outcomes = facts.stream()
                .map(fact -> sort(fact, known.get(fact.uscc()), terms, statements))
                .toList();
        record(statements);
        return outcomes;
    }

    /** Puts a fact to those of its business and tenure, if it has both. */
    private static LineOutcome sort(
            StatedFact fact,
            @Nullable Key current,
            KnownTerms terms,
            Map<BizId, Map<OperatorTenureId, List<FactStatement>>> statements) {
        if (current == null) {
            return unknown();
        }
        try {
            OperatorTenureId tenureId =
                    terms.tenureOf(current, fact.tenureId(), fact.statement().validFrom());
            statements
                    .computeIfAbsent(current.bizId(), one -> new LinkedHashMap<>())
                    .computeIfAbsent(tenureId, one -> new ArrayList<>())
                    .add(fact.statement());
            return LineOutcome.TAKEN;
        } catch (Problem refused) {
            return LineOutcome.refused(refused);
        }
    }

    private void record(Map<BizId, Map<OperatorTenureId, List<FactStatement>>> statements) {
        statements.forEach((bizId, byTenure) -> byTenure.forEach(
                (tenureId, some) -> record.handle(bizId, tenureId, some, Receipts.locking(outbox, bizId, clock))));
        whenFactsChange.concerned(statements.keySet()).stream()
                .sorted()
                .forEach(bizId -> whenFactsChange.recorded(bizId, Receipts.locking(outbox, bizId, clock)));
    }

    private static LineOutcome unknown() {
        return LineOutcome.refused(
                TaxProblems.invalid("/uscc", "fact.uscc-unknown", "税务部门没有这个统一社会信用代码", "tax does not know this code"));
    }
}
