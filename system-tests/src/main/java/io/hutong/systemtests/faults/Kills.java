package io.hutong.systemtests.faults;

import io.hutong.systemtests.load.Installed;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Kills one process of the installation with SIGKILL at each call, chosen by the seed; the supervisor starts it again. */
public final class Kills {
    private final Installed target;
    private final Random random;
    private final List<String> victims;
    private final Map<String, Integer> counts = new TreeMap<>();

    Kills(Installed target, long seed) {
        this(target, seed, Installed.PROCESSES);
    }

    /** Kills among these; one that stands twice is hit twice as often. */
    public Kills(Installed target, long seed, List<String> victims) {
        this.target = target;
        this.random = new Random(seed);
        this.victims = List.copyOf(victims);
    }

    /** Kills one every few seconds, on a thread of its own, until that is interrupted. */
    public Thread start(int everySeconds) {
        Thread killer = new Thread(
                () -> {
                    try {
                        while (true) {
                            Thread.sleep(pauseMillis(everySeconds));
                            one();
                        }
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                },
                "killer");
        killer.start();
        return killer;
    }

    /** A process that is down already is left in peace. */
    void one() {
        String victim = victims.get(random.nextInt(victims.size()));
        target.process(victim)
                .flatMap(process -> ProcessHandle.of(process.pid()))
                .filter(ProcessHandle::destroyForcibly)
                .ifPresent(killed -> counts.merge(victim, 1, Integer::sum));
    }

    /** A moment within the next interval, so that kills hit any point of the work. */
    long pauseMillis(int everySeconds) {
        return everySeconds * 500L + random.nextInt(everySeconds * 1000);
    }

    public Map<String, Integer> counts() {
        return counts;
    }
}
