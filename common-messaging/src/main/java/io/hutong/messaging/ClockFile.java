package io.hutong.messaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * The one simulated time of several processes: a small file with an ISO-8601 duration, how far that time is ahead of the real
 * one. It goes on at real speed and is only ever moved forward.
 *
 * @param path of the file
 */
public record ClockFile(Path path) {

    public Duration read() throws IOException {
        String text = Files.readString(path).strip();
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IOException(path + ": no ISO-8601 duration", e);
        }
    }

    /** Moves the time; readers see the old value or the new one, never a half of it. */
    public void write(Duration aheadOfReal) throws IOException {
        if (Files.exists(path) && aheadOfReal.compareTo(read()) < 0) {
            throw new IllegalArgumentException("simulated time does not go back");
        }
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(fresh, aheadOfReal + "\n");
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    }
}
