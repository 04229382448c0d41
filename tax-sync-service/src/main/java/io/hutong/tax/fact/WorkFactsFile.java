package io.hutong.tax.fact;

import io.hutong.identity.BizId;
import io.hutong.identity.Finding;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Outbox;
import io.hutong.tax.fact.FactsCsv.Line;
import io.hutong.tax.fact.FactsImports.LineError;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.tax.taxpayer.Taxpayers.Key;
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Works on files of facts, one chunk per transaction: facts, errors and progress are stored together, so that a stop
 * anywhere neither loses nor repeats a line. Businesses are locked in order of id, as the inbox does.
 */
@ApplicationScoped
public class WorkFactsFile {
    private static final Finding UNKNOWN_CODE =
            new Finding("fact.uscc-unknown", "税务部门没有这个统一社会信用代码", "tax does not know this code");

    private final FactsImports imports;
    private final Taxpayers taxpayers;
    private final RecordFacts record;
    private final WhenFactsChange whenFactsChange;
    private final Outbox outbox;
    private final Clock clock;

    public WorkFactsFile(
            FactsImports imports,
            Taxpayers taxpayers,
            RecordFacts record,
            WhenFactsChange whenFactsChange,
            Outbox outbox,
            Clock clock) {
        this.imports = imports;
        this.taxpayers = taxpayers;
        this.record = record;
        this.whenFactsChange = whenFactsChange;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Works on one chunk; false when no file waits. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean step() {
        Optional<FactsImport> next = imports.lockNext();
        next.ifPresent(this::work);
        return next.isPresent();
    }

    private void work(FactsImport file) {
        FactsImports.Chunk chunk = imports.chunk(file.id(), file.nextChunk());
        List<Line> lines = read(chunk);
        List<LineError> errors = new ArrayList<>();
        Map<UnifiedSocialCreditCode, List<FactStatement>> statements = new HashMap<>();
        Set<UnifiedSocialCreditCode> known = taxpayers.keys(codes(lines)).keySet();
        for (Line line : lines) {
            if (line.fault() != null) {
                errors.add(new LineError(line.number(), line.fault()));
            } else if (!known.contains(line.uscc())) {
                errors.add(new LineError(line.number(), UNKNOWN_CODE));
            } else {
                statements
                        .computeIfAbsent(Objects.requireNonNull(line.uscc()), code -> new ArrayList<>())
                        .add(Objects.requireNonNull(line.statement()));
            }
        }
        record(statements);
        imports.progress(
                file.after(lines.size(), lines.size() - (long) errors.size(), errors.size(), clock.instant()),
                chunk.number(),
                errors);
    }

    private List<Line> read(FactsImports.Chunk chunk) {
        LocalDate today = LegalTime.today(clock);
        List<Line> lines = new ArrayList<>();
        long number = chunk.firstLine();
        for (String text : chunk.text().split("\n", -1)) {
            if (!text.isBlank()) {
                lines.add(FactsCsv.read(number, text, today));
            }
            number++;
        }
        return lines;
    }

    private void record(Map<UnifiedSocialCreditCode, List<FactStatement>> statements) {
        Map<BizId, UnifiedSocialCreditCode> businesses = new TreeMap<>();
        taxpayers.keys(statements.keySet()).forEach((uscc, key) -> businesses.put(key.bizId(), uscc));
        Map<BizId, Receipts> locked = new TreeMap<>();
        businesses.keySet().forEach(bizId -> locked.put(bizId, Receipts.locking(outbox, bizId, clock)));
        // asked again, because a tenure may have ended before the lock
        Map<UnifiedSocialCreditCode, Key> keys = taxpayers.keys(statements.keySet());
        locked.forEach((bizId, receipts) -> {
            UnifiedSocialCreditCode uscc = Objects.requireNonNull(businesses.get(bizId));
            Key key = Objects.requireNonNull(keys.get(uscc));
            record.handle(bizId, key.tenureId(), Objects.requireNonNull(statements.get(uscc)), receipts);
        });
        whenFactsChange.concerned(locked.keySet()).stream()
                .sorted()
                .forEach(bizId -> whenFactsChange.recorded(bizId, Objects.requireNonNull(locked.get(bizId))));
    }

    private static Set<UnifiedSocialCreditCode> codes(List<Line> lines) {
        return lines.stream().map(Line::uscc).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
