package io.hutong.local.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What Linux says about a process.
 *
 * @param startTicks clock ticks after boot when it started; with the boot's id it names the process for ever
 */
public record ProcessFacts(long startTicks, Duration cpu, long residentBytes) {
    private static final long TICKS_PER_SECOND = 100;

    /** Empty for a process that ended, also when nobody has collected its end yet. */
    public static Optional<ProcessFacts> of(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        try {
            String stat = text(folder.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            char state = fields[0].charAt(0);
            if (state == 'Z' || state == 'X') {
                return Optional.empty();
            }
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            Duration cpu = Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
            return Optional.of(new ProcessFacts(Long.parseLong(fields[19]), cpu, resident(folder)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Changes with every boot, so that a pid file of yesterday never fits a process of today. */
    public static String bootId() {
        try {
            return text(Path.of("/proc/sys/kernel/random/boot_id")).trim();
        } catch (IOException e) {
            return "unknown";
        }
    }

    public static String commandLine(long pid) {
        try {
            return text(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .replace('\0', ' ')
                    .trim();
        } catch (IOException e) {
            return "";
        }
    }

    private static long resident(Path folder) throws IOException {
        for (String line : text(folder.resolve("status")).split("\n", -1)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        return 0;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
