package io.hutong.exchange.drop.adapter;

import io.hutong.exchange.agency.Agencies;
import io.hutong.exchange.agency.RegisteredAgency;
import io.hutong.exchange.drop.DropFolder;
import io.hutong.exchange.drop.LineResult;
import io.hutong.exchange.intake.Outcome;
import io.hutong.exchange.intake.ReceiveItems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Takes the files that agencies drop, one at a time; among replicas on one folder, one works. Whatever ends in the middle is done
 * again from the first line: what was taken is a duplicate then.
 */
@ApplicationScoped
class DropWorker {
    private static final Logger LOG = Logger.getLogger(DropWorker.class);
    private static final int STEP = 500;
    /** Files are dated by the machine, also where the service's own time is simulated. */
    private static final Clock FILES = Clock.systemUTC();

    private final DropConfig config;
    private final Agencies agencies;
    private final CsvEvents events;
    private final ReceiveItems receive;
    private final DropLock lock;

    DropWorker(DropConfig config, Agencies agencies, CsvEvents events, ReceiveItems receive, DropLock lock) {
        this.config = config;
        this.agencies = agencies;
        this.events = events;
        this.receive = receive;
        this.lock = lock;
    }

    @Scheduled(
            every = "${hutong.exchange.drop.look-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        config.directory().filter(Files::isDirectory).ifPresent(directory -> lock.alone(() -> look(directory)));
    }

    private void look(Path directory) {
        try {
            DropFolder.in(directory).forEach(this::look);
        } catch (IOException e) {
            LOG.warnf("cannot look into the drop folder: %s", e.getClass().getSimpleName());
        }
    }

    /** Trouble with the folder of one agency is no trouble of another. */
    private void look(DropFolder folder) {
        try {
            List<Path> ready = folder.ready(FILES.instant().minus(config.quiet()));
            if (!ready.isEmpty()) {
                agencies.find(folder.agency())
                        .filter(agency -> agency.profile().active())
                        .ifPresentOrElse(
                                agency -> ready.forEach(file -> take(folder, agency, file)),
                                () -> LOG.warnf("agency=%s has files but may not send", folder.agency()));
            }
        } catch (IOException e) {
            LOG.warnf("agency=%s cannot look into its folder: %s", folder.agency(), e.getMessage());
        }
    }

    private void take(DropFolder folder, RegisteredAgency agency, Path file) {
        try {
            List<LineResult> results = results(agency, file);
            folder.finish(file, ResultFile.of(results));
            LOG.infof("agency=%s lines=%d FileTaken", agency.code(), results.size());
        } catch (IOException | RuntimeException failure) {
            // the database may be away: the file stays where it is
            LOG.warnf(
                    "agency=%s a file waits: %s",
                    agency.code(), failure.getClass().getSimpleName());
        }
    }

    private List<LineResult> results(RegisteredAgency agency, Path file) throws IOException {
        List<LineResult> results = new ArrayList<>();
        if (Files.size(file) > config.maxFileBytes()) {
            results.add(new LineResult(
                    1, null, "refused", null, "csv.size", "文件过大，请分为多个文件 · The file is too large: split it"));
            return results;
        }
        try {
            List<CsvEvents.Line> lines = events.read(agency.code(), Files.readAllBytes(file));
            for (int from = 0; from < lines.size(); from += STEP) {
                List<CsvEvents.Line> step = lines.subList(from, Math.min(from + STEP, lines.size()));
                List<Outcome> outcomes = receive.unhurried(
                        agency, step.stream().map(CsvEvents.Line::item).toList());
                for (int i = 0; i < step.size(); i++) {
                    results.add(result(step.get(i), outcomes.get(i)));
                }
            }
        } catch (Problem unreadable) {
            results.add(refused(1, null, unreadable));
        }
        return results;
    }

    private static LineResult result(CsvEvents.Line line, Outcome outcome) {
        String id = line.item().id();
        if (outcome instanceof Outcome.Accepted taken) {
            return new LineResult(
                    line.number(), id, "accepted", taken.event().id().value(), null, null);
        }
        if (outcome instanceof Outcome.Repeated known) {
            return new LineResult(
                    line.number(), id, "duplicate", known.event().id().value(), null, null);
        }
        return refused(line.number(), id, ((Outcome.Refused) outcome).reason());
    }

    private static LineResult refused(long line, @org.jspecify.annotations.Nullable String id, Problem reason) {
        String places = reason.violations().stream().map(DropWorker::place).collect(Collectors.joining("；"));
        String message = places.isEmpty() ? both(reason.detailZh(), reason.detailEn()) : places;
        return new LineResult(line, id, "refused", null, reason.type().slug(), message);
    }

    private static String place(Violation violation) {
        return (violation.pointer() + " " + both(violation.zh(), violation.en())).strip();
    }

    private static String both(String zh, String en) {
        return zh + " · " + en;
    }
}
