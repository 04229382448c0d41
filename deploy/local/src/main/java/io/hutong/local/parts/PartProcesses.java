package io.hutong.local.parts;

import io.hutong.embedded.LogTail;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts, finds and stops the processes of parts. Each is detached: it outlives whoever started it. */
public final class PartProcesses {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long LARGEST_LOG = 10_000_000;

    private final Installation installation;
    private final Clock clock;

    public PartProcesses(Installation installation, Clock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    public Path pidFile(String part) {
        return installation.run().resolve(part + ".pid");
    }

    public Path log(String part) {
        return installation.log().resolve(part + ".log");
    }

    /** The last known process of a part, alive or not. */
    public Optional<PidFile> known(String part) {
        return PidFile.read(pidFile(part));
    }

    public Optional<PidFile> running(String part) {
        return known(part).filter(PidFile::alive);
    }

    public PidFile start(Part part) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            // A session of its own: Ctrl-C in the terminal of `up` must not reach it.
            command.add(SETSID.toString());
        }
        command.addAll(part.command());
        try {
            rotate(log(part.name()));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(part.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectOutput(Redirect.appendTo(log(part.name()).toFile()));
            // The C library would keep a pool of memory per thread.
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            builder.environment().putAll(part.environment());
            Process process = builder.start();
            PidFile started = PidFile.of(process.pid(), clock.instant(), part.version());
            started.write(pidFile(part.name()));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + part, e);
        }
    }

    /** Waits until the part answers and notes what its start cost. */
    public void awaitReady(Part part, PidFile process) {
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (!part.ready().getAsBoolean()) {
            if (!process.alive()) {
                throw new UserMistake(part + " 启动后退出了 · ended at its start. " + log(part.name()) + ":\n"
                        + LogTail.of(log(part.name())));
            }
            if (System.nanoTime() > until) {
                throw new UserMistake(part + " 在 " + START_LIMIT.toSeconds() + " 秒内没有就绪 · was not ready in time. "
                        + log(part.name()) + ":\n" + LogTail.of(log(part.name())));
            }
            pause(50);
        }
        if (process.alive()) {
            process.ready().write(pidFile(part.name()));
        }
    }

    /** Ends the process in order, after 30 seconds without mercy, and forgets it. */
    public boolean stop(String part) {
        Optional<PidFile> running = running(part);
        running.ifPresent(this::end);
        try {
            Files.deleteIfExists(pidFile(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return running.isPresent();
    }

    private void end(PidFile process) {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
        long until = System.nanoTime() + STOP_LIMIT.toNanos();
        while (process.alive() && System.nanoTime() < until) {
            pause(20);
        }
        if (process.alive()) {
            ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
