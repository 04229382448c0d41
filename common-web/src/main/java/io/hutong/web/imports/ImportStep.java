package io.hutong.web.imports;

import io.hutong.identity.InvalidValue;
import io.hutong.web.Problem;
import io.hutong.web.ProblemTranslator;
import io.hutong.web.imports.ImportTables.Work;
import io.hutong.web.imports.StepResult.Refusal;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes lines in one transaction together with the note how far the file has come. What fails is rolled back and halved
 * until the line to blame stands alone; the others are taken without it, in their order.
 */
@ApplicationScoped
class ImportStep {
    private static final Logger LOG = Logger.getLogger(ImportStep.class);
    private static final int MOST_FAILURES = 5;
    private static final long PAUSE_NANOS = 50_000_000;

    private final ImportTables tables;
    private final List<ProblemTranslator> translators;

    ImportStep(ImportTables tables, @All List<ProblemTranslator> translators) {
        this.tables = tables;
        this.translators = translators;
    }

    /** How far the file has come then; empty if another worker has taken it over. */
    <T> Optional<Work> take(ImportKind<T> kind, Work work, String owner, List<ReadLine<T>> lines) {
        Deque<List<ReadLine<T>>> todo = new ArrayDeque<>(List.of(lines));
        Work reached = work;
        int alone = 0;
        while (!todo.isEmpty()) {
            List<ReadLine<T>> part = todo.removeFirst();
            try {
                commit(kind, reached, owner, part);
                reached = reached.after(part.size());
                alone = 0;
            } catch (TakenOver lost) {
                return Optional.empty();
            } catch (RuntimeException failure) {
                if (DatabaseAway.isCauseOf(failure)) {
                    throw failure;
                }
                alone = part.size() == 1 ? alone + 1 : 0;
                again(kind, part, failure, alone, todo);
            }
        }
        return Optional.of(reached);
    }

    private <T> void commit(ImportKind<T> kind, Work work, String owner, List<ReadLine<T>> lines) {
        QuarkusTransaction.requiringNew().run(() -> {
            List<T> contents = lines.stream()
                    .filter(line -> line.content() != null)
                    .map(line -> Objects.requireNonNull(line.content()))
                    .toList();
            List<LineOutcome> outcomes = contents.isEmpty() ? List.of() : kind.take(contents);
            StepResult result = StepResult.of(lines, outcomes);
            if (!tables.advance(work, owner, result)) {
                throw new TakenOver();
            }
            if (work.again()) {
                tables.reopen(
                        work.importId(),
                        lines.stream()
                                .filter(ReadLine::worked)
                                .map(ReadLine::number)
                                .toList());
            }
            tables.refuse(work.importId(), result.refused());
            tables.hint(work.importId(), result.hints());
        });
    }

    private <T> void again(
            ImportKind<T> kind,
            List<ReadLine<T>> part,
            RuntimeException failure,
            int alone,
            Deque<List<ReadLine<T>>> todo) {
        if (part.size() > 1) {
            int cut = cut(part, kind);
            todo.addFirst(part.subList(cut, part.size()));
            todo.addFirst(part.subList(0, cut));
            return;
        }
        ReadLine<T> line = part.get(0);
        Problem problem = problem(failure);
        if (line.content() == null) {
            throw failure; // nothing was asked of the kind: no fault of the line
        } else if (problem != null) {
            todo.addFirst(List.of(line.refused(Refusal.of(line.number(), problem))));
        } else if (failure instanceof InvalidValue invalid) {
            todo.addFirst(List.of(line.refused(Refusal.of(line.number(), invalid))));
        } else if (alone < MOST_FAILURES) {
            LockSupport.parkNanos(PAUSE_NANOS << alone);
            todo.addFirst(part);
        } else {
            LOG.errorf("import line %d set aside: %s", line.number(), DatabaseAway.root(failure));
            todo.addFirst(List.of(line.refused(Refusal.failed(line.number()))));
        }
    }

    /** The place nearest to the middle that parts nothing that belongs together, or the middle where there is none. */
    private static <T> int cut(List<ReadLine<T>> part, ImportKind<T> kind) {
        int middle = part.size() / 2;
        return IntStream.range(1, part.size())
                .filter(place -> !part.get(place - 1).takenWith(part.get(place), kind))
                .boxed()
                .min(Comparator.comparing(place -> Math.abs(place - middle)))
                .orElse(middle);
    }

    /** What the service can explain is the line's fault, as it would be the request's. */
    private @Nullable Problem problem(RuntimeException failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        return translators.stream()
                .map(translator -> translator.translate(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Rolls the step back: another worker has the file. */
    private static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakenOver() {
            super("taken over", null, false, false);
        }
    }
}
