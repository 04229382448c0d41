package io.hutong.credit.existing;

import io.hutong.credit.abnormallist.AbnormalEntry.Cause;
import io.hutong.credit.abnormallist.AbnormalEntry.Decision;
import io.hutong.credit.abnormallist.EnterExisting;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.existing.ExistingEntry.Abnormal;
import io.hutong.credit.existing.ExistingEntry.Serious;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.seriouslist.ListExisting;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import io.hutong.web.imports.ImportKind;
import io.hutong.web.imports.ImportLine;
import io.hutong.web.imports.LineOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Takes over, from a file, who was on the abnormal and on the serious-violation list before this system, so that the register
 * answers condition C4 from facts and not from silence (Order 103 art. 18).
 */
@ApplicationScoped
public class LoadExisting implements ImportKind<ExistingEntry> {
    private final Businesses businesses;
    private final EnterExisting abnormal;
    private final ListExisting serious;
    private final Outbox outbox;

    LoadExisting(Businesses businesses, EnterExisting abnormal, ListExisting serious, Outbox outbox) {
        this.businesses = businesses;
        this.abnormal = abnormal;
        this.serious = serious;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "existing-entries";
    }

    @Override
    public List<String> columns() {
        return ExistingEntry.COLUMNS;
    }

    @Override
    public ExistingEntry read(ImportLine line) {
        return ExistingEntry.read(line);
    }

    @Override
    public List<LineOutcome> take(List<ExistingEntry> lines) {
        List<Optional<BizId>> found = lines.stream()
                .map(line -> businesses.find(line.uscc()).map(KnownBusiness::bizId))
                .toList();
        outbox.lockAll(found.stream().flatMap(Optional::stream).distinct().toList());
        return IntStream.range(0, lines.size())
                .mapToObj(i ->
                        found.get(i).map(bizId -> entered(bizId, lines.get(i))).orElseGet(LoadExisting::unknown))
                .toList();
    }

    private LineOutcome entered(BizId bizId, ExistingEntry line) {
        boolean isNew = line.what() instanceof Serious entry
                ? serious.handle(new ListExisting.Command(
                        bizId,
                        entry.penalty(),
                        entry.ground(),
                        line.decisionNo(),
                        entry.consentNo(),
                        line.decidedOn(),
                        line.officer()))
                : abnormal.handle(new EnterExisting.Command(
                        bizId,
                        cause((Abnormal) line.what(), line),
                        new Decision(line.decisionNo(), line.decidedOn(), line.officer())));
        return isNew ? LineOutcome.TAKEN : LineOutcome.KNOWN;
    }

    private static Cause cause(Abnormal entry, ExistingEntry line) {
        return new Cause(entry.ground(), entry.reportYear(), line.decidedOn());
    }

    private static LineOutcome unknown() {
        return LineOutcome.refused(CreditProblems.notFound());
    }
}
