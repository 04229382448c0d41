package io.hutong.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.local.client.Measurements;
import io.hutong.local.parts.PidFile;
import io.hutong.local.parts.ProcessFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How one part is doing. Lag, pending and parked exist for services only. */
record PartStatus(
        String name,
        Optional<PidFile> process,
        Optional<ProcessFacts> facts,
        OptionalDouble lag,
        OptionalDouble pending,
        OptionalDouble parked) {

    static PartStatus of(String name, Optional<PidFile> known, Measurements measured) {
        Optional<ProcessFacts> facts = known.flatMap(PidFile::facts);
        return new PartStatus(
                name,
                known,
                facts,
                measuredOnce(measured.sum("inbox_lag")),
                measured.sum("outbox_pending"),
                measured.sum("inbox_parked"));
    }

    /** A reader that has not polled yet tells a negative lag: nothing is known of it. */
    private static OptionalDouble measuredOnce(OptionalDouble lag) {
        return lag.isPresent() && lag.getAsDouble() < 0 ? OptionalDouble.empty() : lag;
    }

    boolean up() {
        return facts.isPresent();
    }

    private Duration startCost() {
        return process.map(PidFile::startCost).orElse(Duration.ZERO);
    }

    String line(Instant now) {
        if (facts.isEmpty()) {
            return String.format(
                    Locale.ROOT, "  ✗ %-22s %s", name, process.isPresent() ? "已退出 · ended" : "未运行 · not running");
        }
        return String.format(
                Locale.ROOT,
                "  ✓ %-22s %7d  %-9s %6.0f MB  %5.1f s  %6.1f s  %5s %7s %6s",
                name,
                process.map(PidFile::pid).orElse(0L),
                age(process.map(PidFile::since).orElse(now), now),
                facts.get().residentBytes() / 1048576.0,
                startCost().toMillis() / 1000.0,
                facts.get().cpu().toMillis() / 1000.0,
                count(lag),
                count(pending),
                count(parked));
    }

    ObjectNode toJson(ObjectMapper mapper) {
        ObjectNode json = mapper.createObjectNode().put("name", name).put("up", up());
        process.filter(known -> up())
                .ifPresent(known -> json.put("pid", known.pid())
                        .put("since", known.since().toString())
                        .put("startCpuSeconds", startCost().toMillis() / 1000.0));
        facts.ifPresent(now -> json.put("memoryBytes", now.residentBytes())
                .put("cpuSeconds", now.cpu().toMillis() / 1000.0));
        lag.ifPresent(value -> json.put("lag", (long) value));
        pending.ifPresent(value -> json.put("pending", (long) value));
        parked.ifPresent(value -> json.put("parked", (long) value));
        return json;
    }

    private static String count(OptionalDouble value) {
        return value.isPresent() ? String.valueOf((long) value.getAsDouble()) : "–";
    }

    static String age(Instant since, Instant now) {
        long seconds = Math.max(0, Duration.between(since, now).toSeconds());
        if (seconds < 60) {
            return seconds + "s";
        }
        return seconds < 3600
                ? seconds / 60 + "m" + seconds % 60 + "s"
                : seconds / 3600 + "h" + seconds % 3600 / 60 + "m";
    }
}
