package io.hutong.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies of the built services. They run from a copy, so that a later build or {@code ./hutong test} does not pull the
 * jars from under a running process. File times are kept: the class archive is valid only with them.
 */
public final class Applications {
    private static final String STAMP = ".newest";

    private final Installation installation;

    public Applications(Installation installation) {
        this.installation = installation;
    }

    /** Copies the service's application unless this very build was copied already. */
    public Path install(String service) {
        Path built = installation.root().resolve(service).resolve("target/quarkus-app");
        if (!Files.exists(built.resolve("quarkus-run.jar"))) {
            throw new UserMistake("还没有构建 " + service + "（缺 " + built + "）· " + service + " is not built");
        }
        try {
            String name = service + "-" + Long.toHexString(newest(built).toMillis());
            Path target = installation.applications().resolve(name);
            if (!Files.isDirectory(target)) {
                Path fresh = installation.applications().resolve("." + name);
                delete(fresh);
                copy(built, fresh);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.writeString(installation.applications().resolve(service + STAMP), name);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + built, e);
        }
    }

    /** The copy that was installed last. */
    Path current(String service) {
        try {
            String name = Files.readString(installation.applications().resolve(service + STAMP))
                    .trim();
            return installation.applications().resolve(name);
        } catch (IOException e) {
            throw new UserMistake(service + " 还没有安装，请运行 ./hutong up · not installed, run ./hutong up");
        }
    }

    /** Removes copies that nothing runs from any more. */
    public void forgetOthers(Set<Path> used) {
        try (Stream<Path> copies = Files.list(installation.applications())) {
            List<Path> old = copies.filter(Files::isDirectory)
                    .filter(copy -> used.stream().noneMatch(copy::equals))
                    .toList();
            for (Path copy : old) {
                delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime newest(Path folder) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                FileTime time = Files.getLastModifiedTime(file);
                newest = time.compareTo(newest) > 0 ? time : newest;
            }
        }
        return newest;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
