package io.hutong.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last lines of a log, for the message that says why a server did not start. */
public final class LogTail {
    private static final int LINES = 15;

    private LogTail() {}

    public static String of(Path log) {
        try {
            String[] lines = new String(Files.readAllBytes(log), UTF_8).split("\n", -1);
            int from = Math.max(0, lines.length - LINES);
            return String.join("\n", java.util.Arrays.copyOfRange(lines, from, lines.length));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }
}
