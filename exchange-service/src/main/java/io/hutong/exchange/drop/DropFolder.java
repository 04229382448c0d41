package io.hutong.exchange.drop;

import io.hutong.events.AgencyCode;
import io.hutong.identity.InvalidValue;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders of one agency: it puts files into {@code in}, finds results in {@code out} and its files in {@code done}. A file
 * leaves {@code in} last of all, so that whatever dies on the way finds it again.
 */
public record DropFolder(AgencyCode agency, Path root) {
    private static final String SUFFIX = ".csv";
    private static final int MOST_NAMES = 10_000;

    /** Those below this folder that are named after an agency's code. */
    public static List<DropFolder> in(Path directory) throws IOException {
        List<DropFolder> folders = new ArrayList<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path folder : all.filter(Files::isDirectory).sorted().toList()) {
                code(folder.getFileName().toString()).ifPresent(code -> folders.add(new DropFolder(code, folder)));
            }
        }
        return folders;
    }

    /**
     * Files that were not written to since then, by name; whoever writes longer uses another name meanwhile. A link is no
     * file: it could name what the agency may not read.
     */
    public List<Path> ready(Instant quietSince) throws IOException {
        Path in = folder("in");
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        List<Path> ready = new ArrayList<>();
        try (Stream<Path> files = Files.list(in)) {
            for (Path file : files.sorted().toList()) {
                BasicFileAttributes facts =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                String name = file.getFileName().toString();
                if (facts.isRegularFile()
                        && name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)
                        && !name.startsWith(".")
                        && !facts.lastModifiedTime().toInstant().isAfter(quietSince)) {
                    ready.add(file);
                }
            }
        }
        return ready;
    }

    /** Publishes the result, complete or not at all, and then puts the file away. */
    public void finish(Path file, byte[] result) throws IOException {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - SUFFIX.length());
        Path out = Files.createDirectories(folder("out"));
        Path fresh = out.resolve("." + stem + ".new");
        Files.write(fresh, result);
        // the results of a.csv and a.CSV are two
        String answered = name.endsWith(SUFFIX) ? stem : name;
        Files.move(fresh, out.resolve(answered + ".result.csv"), StandardCopyOption.ATOMIC_MOVE);
        putAway(file, stem);
    }

    private void putAway(Path file, String stem) throws IOException {
        Path done = Files.createDirectories(folder("done"));
        for (int n = 1; n < MOST_NAMES; n++) {
            try {
                Files.move(file, done.resolve(stem + (n == 1 ? "" : "." + n) + SUFFIX));
                return;
            } catch (FileAlreadyExistsException sameName) {
                // an earlier file of this name stays as it is
            }
        }
        throw new IOException("too many files of one name in " + done);
    }

    private Path folder(String name) throws IOException {
        Path folder = root.resolve(name);
        if (Files.isSymbolicLink(folder)) {
            throw new IOException(name + " of " + agency + " is a link");
        }
        return folder;
    }

    private static Optional<AgencyCode> code(String name) {
        try {
            return Optional.of(new AgencyCode(name));
        } catch (InvalidValue noAgency) {
            return Optional.empty();
        }
    }
}
