package io.hutong.web.imports;

import io.hutong.web.AnswerVault;
import io.hutong.web.imports.ImportTables.Work;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Works on received files on its own thread, in steps, as fast as the pace allows; a file whose worker died is taken
 * over when its lease ends. What fails for no fault of a line is tried again with a growing pause.
 */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int MOST_FAILURES = 20;
    private static final long IDLE_MILLIS = 2_000;
    private static final long PACE_MILLIS = 20;
    private static final long RETRY_MILLIS = 500;

    private final ImportTables tables;
    private final ImportStep step;
    private final AnswerVault vault;
    private final Instance<ImportKind<?>> kinds;
    private final Instance<ImportPace> pace;
    private final StepSize size = new StepSize();
    private final String owner = UUID.randomUUID().toString();
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "imports");
    private volatile boolean stopping;

    ImportWorker(
            ImportTables tables,
            ImportStep step,
            AnswerVault vault,
            Instance<ImportKind<?>> kinds,
            Instance<ImportPace> pace) {
        this.tables = tables;
        this.step = step;
        this.vault = vault;
        this.kinds = kinds;
        this.pace = pace;
    }

    void start(@Observes StartupEvent event) {
        if (!kinds.isUnsatisfied()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        signal.release();
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }

    void wake() {
        signal.release();
    }

    private void run() {
        int failures = 0;
        while (!stopping) {
            try {
                boolean worked = tables.claim(owner).map(this::work).orElse(false);
                failures = 0;
                if (!worked) {
                    pause(IDLE_MILLIS);
                }
            } catch (RuntimeException failure) {
                failures += DatabaseAway.isCauseOf(failure) ? 0 : 1;
                LOG.warnf("import step failed (%d): %s", failures, DatabaseAway.root(failure));
                size.failed();
                if (failures == MOST_FAILURES) {
                    giveUp();
                    failures = 0;
                }
                pause(RETRY_MILLIS);
            }
        }
    }

    /** A step that never succeeds with a healthy database is a fault of ours: the file is set aside as failed. */
    private void giveUp() {
        try {
            tables.claim(owner).ifPresent(work -> tables.end(work.importId(), ImportView.State.FAILED));
        } catch (ImportStorageFailure gone) {
            LOG.warn("the failed import could not be set aside");
        }
    }

    private boolean work(Work work) {
        work(
                kinds.stream()
                        .filter(one -> one.name().equals(work.kind()))
                        .findFirst()
                        .orElseThrow(),
                work);
        return true;
    }

    private <T> void work(ImportKind<T> kind, Work work) {
        StoredFile file = new StoredFile(tables, vault, work.importId());
        List<String> columns = CsvFormat.header(file.nextLine(), kind);
        for (long done = 0; done < work.lines(); done++) {
            file.nextLine();
        }
        StepLines<T> lines = new StepLines<>(kind, columns, file::nextLine, work.lines() + 2, work.cameOn());
        Optional<Work> reached = Optional.of(work);
        while (!stopping && reached.isPresent()) {
            List<ReadLine<T>> next = lines.next(size.lines());
            if (next.isEmpty()) {
                QuarkusTransaction.requiringNew().run(() -> {
                    tables.end(work.importId(), ImportView.State.FINISHED);
                    tables.dropContent(work.importId());
                });
                return;
            }
            awaitPace();
            long began = System.nanoTime();
            reached = step.take(kind, reached.get(), owner, open(reached.get(), next));
            size.took(next.size(), System.nanoTime() - began);
        }
    }

    /** Of a file that came again only the lines that stand refused. */
    private <T> List<ReadLine<T>> open(Work work, List<ReadLine<T>> next) {
        if (!work.again()) {
            return next;
        }
        Set<Long> refused = tables.refusedBetween(
                work.importId(), next.get(0).number(), next.get(next.size() - 1).number());
        return next.stream()
                .map(line -> refused.contains(line.number()) ? line : ReadLine.<T>leftAlone(line.number()))
                .toList();
    }

    private void awaitPace() {
        while (!stopping && pace.isResolvable() && !pace.get().mayGoOn()) {
            pause(PACE_MILLIS);
        }
    }

    private void pause(long millis) {
        try {
            if (signal.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
