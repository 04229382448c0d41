package io.hutong.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * Folders and ports of everything that runs on this machine.
 *
 * @param root the source tree
 * @param home {@code .hutong} or {@code $HUTONG_HOME}: data, logs, pid files, secrets
 * @param launcher folder of the launcher's jar and its {@code lib}
 */
public record Installation(Path root, Path home, Path launcher, Ports ports) {

    /** The installation the command line speaks of, with the ports it was last started with. */
    public static Installation current() {
        Installation here = configured(Map.of());
        Path started = here.startedPorts();
        return Files.exists(started) ? here.withPorts(Ports.load(started)) : here;
    }

    /** The installation with the ports that the user asks for now. */
    public static Installation configured(Map<PortName, Integer> options) {
        Path root =
                Path.of(System.getProperty("hutong.root", ".")).toAbsolutePath().normalize();
        Path home = Path.of(System.getProperty(
                        "hutong.home", root.resolve(".hutong").toString()))
                .toAbsolutePath()
                .normalize();
        Path launcher = Path.of(System.getProperty(
                        "hutong.launcher", root.resolve("deploy/local/target").toString()))
                .toAbsolutePath()
                .normalize();
        return new Installation(
                root, home, launcher, Ports.resolve(options, System.getenv(), home.resolve("hutong.properties")));
    }

    Installation withPorts(Ports other) {
        return new Installation(root, home, launcher, other);
    }

    public Path run() {
        return home.resolve("run");
    }

    public Path log() {
        return home.resolve("log");
    }

    public Path data() {
        return home.resolve("data");
    }

    public Path secrets() {
        return home.resolve("secrets");
    }

    /** Where agencies put files of events. */
    public Path drop() {
        return home.resolve("drop");
    }

    /** There with a simulated time, kept with the data that were dated by it. */
    Path clock() {
        return data().resolve("clock");
    }

    /** Whether anything was stored here yet. */
    public boolean fresh() {
        return !Files.isDirectory(data().resolve("mariadb").resolve("data"));
    }

    public Path applications() {
        return home.resolve("app");
    }

    Path startedPorts() {
        return run().resolve("ports.properties");
    }

    Path loggingSettings() {
        return run().resolve("logging.properties");
    }

    /** Makes the folders and writes what the processes read at their start. */
    public void prepare() {
        try {
            for (Path folder : new Path[] {run(), log(), applications()}) {
                Files.createDirectories(folder);
            }
            for (Path folder : new Path[] {data(), secrets(), drop()}) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            Files.writeString(loggingSettings(), """
                    handlers=java.util.logging.ConsoleHandler
                    .level=WARNING
                    java.util.logging.SimpleFormatter.format=%1$tF %1$tT %4$s %3$s %5$s%6$s%n
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make folders under " + home, e);
        }
        ports.save(startedPorts());
    }
}
