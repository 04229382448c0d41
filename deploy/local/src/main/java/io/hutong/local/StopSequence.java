package io.hutong.local;

import io.hutong.local.parts.PartProcesses;
import io.hutong.local.parts.Parts;
import java.util.List;

/** Stops everything in the order that loses nothing: the watcher, the services, then what they lean on. */
final class StopSequence {
    static final List<String> ORDER = List.of(
            Parts.SUPERVISOR,
            "credit-service",
            "exchange-service",
            "tax-sync-service",
            "registration-service",
            "issuer",
            "broker",
            "database");

    private StopSequence() {}

    /** @return how many processes were running */
    static long run(PartProcesses processes, Progress progress) {
        return ORDER.stream().filter(part -> stopped(processes, progress, part)).count();
    }

    private static boolean stopped(PartProcesses processes, Progress progress, String part) {
        if (processes.running(part).isEmpty()) {
            processes.stop(part);
            return false;
        }
        return progress.step("停止 · stop " + part, () -> processes.stop(part));
    }
}
