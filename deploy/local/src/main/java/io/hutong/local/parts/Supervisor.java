package io.hutong.local.parts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small process that looks at the others twice a second and restarts what died. */
public final class Supervisor {
    private static final long GLANCE_MILLIS = 500;

    private final PartProcesses processes;
    private final List<Part> parts;
    private final Clock clock;
    private final RestartPolicy policy = new RestartPolicy();
    private final ExecutorService watchers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "start watcher");
        thread.setDaemon(true);
        return thread;
    });

    Supervisor(PartProcesses processes, List<Part> parts, Clock clock) {
        this.processes = processes;
        this.parts = List.copyOf(parts);
        this.clock = clock;
    }

    public static void main(String... arguments) throws InterruptedException {
        Installation installation = Installation.current();
        Clock clock = Clock.systemUTC();
        List<Part> parts = new Parts(installation, Secrets.read(installation)).all();
        Supervisor supervisor = new Supervisor(new PartProcesses(installation, clock), parts, clock);
        supervisor.say("watching " + parts);
        while (true) {
            supervisor.glance();
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    /** One look: what has a pid file but no process is started again. Without a pid file it was stopped on purpose. */
    void glance() {
        for (Part part : parts) {
            Optional<PidFile> known = processes.known(part.name());
            if (known.isPresent() && !known.get().alive() && policy.due(part.name(), clock.instant())) {
                restart(part);
            }
        }
    }

    private void restart(Part part) {
        policy.restarted(part.name(), clock.instant());
        try {
            PidFile started = processes.start(part);
            say(part + " had ended; started again as process " + started.pid());
            watchers.execute(() -> awaitReady(part, started));
        } catch (RuntimeException e) {
            say(part + " cannot be started: " + e.getMessage());
        }
    }

    private void awaitReady(Part part, PidFile started) {
        try {
            processes.awaitReady(part, started);
            policy.becameReady(part.name());
            say(part + " is ready");
        } catch (RuntimeException e) {
            say(part + " did not become ready");
        }
    }

    private void say(String what) {
        System.out.println(clock.instant() + " " + what);
    }
}
