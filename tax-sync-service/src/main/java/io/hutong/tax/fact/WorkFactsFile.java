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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Works on files of facts, one chunk per transaction: facts, errors and progress are stored together, so that a stop
 * anywhere neither loses nor repeats a line. Businesses are locked in order of id, as the inbox does.
 */
@ApplicationScoped
public class WorkFactsFile {
    private static final Finding UNKNOWN_CODE =
            new Finding("fact.uscc-unknown", "税务部门没有这个统一社会信用代码", "tax does not know this code");

    private static final Finding SET_ASIDE = new Finding(
            "fact.business-failed",
            "该经营主体的事项未能记录，请与系统运维人员联系",
            "the facts of this business could not be recorded; ask the operators");

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

    /** Works on one chunk, but for the businesses set aside, whose lines are errors; false when no file waits. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean step(Predicate<BizId> setAside) {
        Optional<FactsImport> next = imports.lockNext();
        next.ifPresent(file -> work(file, setAside));
        return next.isPresent();
    }

    private void work(FactsImport file, Predicate<BizId> setAside) {
        FactsImports.Chunk chunk = imports.chunk(file.id(), file.nextChunk());
        List<Line> lines = read(chunk);
        List<LineError> errors = new ArrayList<>();
        Map<UnifiedSocialCreditCode, List<FactStatement>> statements = new HashMap<>();
        Map<UnifiedSocialCreditCode, Key> known = taxpayers.keys(codes(lines));
        for (Line line : lines) {
            Finding fault = line.fault() == null ? fault(known.get(line.uscc()), setAside) : line.fault();
            if (fault != null) {
                errors.add(new LineError(line.number(), fault));
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

    private static @Nullable Finding fault(@Nullable Key key, Predicate<BizId> setAside) {
        if (key == null) {
            return UNKNOWN_CODE;
        }
        return setAside.test(key.bizId()) ? SET_ASIDE : null;
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
            List<FactStatement> stated = Objects.requireNonNull(statements.get(uscc));
            named(bizId, () -> record.handle(bizId, key.tenureId(), stated, receipts));
        });
        whenFactsChange.concerned(locked.keySet()).stream()
                .sorted()
                .forEach(bizId ->
                        named(bizId, () -> whenFactsChange.recorded(bizId, Objects.requireNonNull(locked.get(bizId)))));
    }

    /** Says whose lines were at work when it failed. */
    private static void named(BizId bizId, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException failure) {
            throw new BusinessFailed(bizId, failure);
        }
    }

    private static Set<UnifiedSocialCreditCode> codes(List<Line> lines) {
        return lines.stream().map(Line::uscc).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
