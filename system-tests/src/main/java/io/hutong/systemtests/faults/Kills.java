package io.hutong.systemtests.faults;

import io.hutong.systemtests.load.Installed;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Kills one process of the installation with SIGKILL at each call, chosen by the seed; the supervisor starts it again. */
final class Kills {
    private final Installed target;
    private final Random random;
    private final Map<String, Integer> counts = new TreeMap<>();

    Kills(Installed target, long seed) {
        this.target = target;
        this.random = new Random(seed);
    }

    /** A process that is down already is left in peace. */
    void one() {
        String victim = Installed.PROCESSES.get(random.nextInt(Installed.PROCESSES.size()));
        target.process(victim)
                .flatMap(process -> ProcessHandle.of(process.pid()))
                .filter(ProcessHandle::destroyForcibly)
                .ifPresent(killed -> counts.merge(victim, 1, Integer::sum));
    }

    /** A moment within the next interval, so that kills hit any point of the work. */
    long pauseMillis(int everySeconds) {
        return everySeconds * 500L + random.nextInt(everySeconds * 1000);
    }

    Map<String, Integer> counts() {
        return counts;
    }
}
