package io.hutong.local.parts;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;

/**
 * Which process runs a part. It is believed only while the process of that id started at that tick of that boot: a
 * process id alone may long belong to somebody else.
 *
 * @param version what was started; another version asks for a restart
 * @param startCost processor time until ready, zero while not ready yet
 */
public record PidFile(long pid, long startTicks, String bootId, Instant since, String version, Duration startCost) {

    public static PidFile of(long pid, Instant since, String version) {
        long ticks = ProcessFacts.of(pid).map(ProcessFacts::startTicks).orElse(0L);
        return new PidFile(pid, ticks, ProcessFacts.bootId(), since, version, Duration.ZERO);
    }

    public PidFile ready() {
        Duration cost = facts().map(ProcessFacts::cpu).orElse(Duration.ZERO);
        return new PidFile(pid, startTicks, bootId, since, version, cost);
    }

    /** Facts of the process if it is still this one. */
    public Optional<ProcessFacts> facts() {
        return bootId.equals(ProcessFacts.bootId())
                ? ProcessFacts.of(pid).filter(facts -> facts.startTicks() == startTicks)
                : Optional.empty();
    }

    public boolean alive() {
        return facts().isPresent();
    }

    public void write(Path file) {
        String text = "pid=" + pid + "\nstartTicks=" + startTicks + "\nbootId=" + bootId + "\nsince=" + since
                + "\nversion=" + version + "\nstartCostMillis=" + startCost.toMillis() + "\n";
        try {
            Path fresh =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if there is no such file or it is damaged. */
    public static Optional<PidFile> read(Path file) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
            return Optional.of(new PidFile(
                    Long.parseLong(values.getProperty("pid", "")),
                    Long.parseLong(values.getProperty("startTicks", "")),
                    values.getProperty("bootId", ""),
                    Instant.parse(values.getProperty("since", "")),
                    values.getProperty("version", ""),
                    Duration.ofMillis(Long.parseLong(values.getProperty("startCostMillis", "0")))));
        } catch (IOException | NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
