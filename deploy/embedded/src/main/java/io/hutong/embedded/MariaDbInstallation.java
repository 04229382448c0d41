package io.hutong.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Makes a data folder once and writes, before each start, the statements that create databases and accounts. */
final class MariaDbInstallation {
    private static final List<String> SYSTEM_TABLES =
            List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql");

    private final MariaDbConfig config;

    MariaDbInstallation(MariaDbConfig config) {
        this.config = config;
    }

    void prepare() throws IOException {
        Files.createDirectories(config.temporary());
        if (!Files.isDirectory(config.data())) {
            createData();
        }
        writeStartStatements();
    }

    List<String> serverCommand() {
        List<String> command = baseCommand(config.data());
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + config.port(),
                // No Unix socket: its path would be limited to 107 bytes, and nobody uses it.
                "--socket=",
                "--skip-name-resolve",
                // 11.4 would make itself a key of 4096 bits at every start: ten seconds of processor, for loopback.
                "--skip-ssl",
                "--init-file=" + config.startStatements(),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--innodb-buffer-pool-size=" + config.bufferPoolMegabytes() + "M",
                "--innodb-log-file-size=64M",
                "--innodb-flush-log-at-trx-commit=1",
                "--max-allowed-packet=64M",
                "--max-connections=200",
                "--performance-schema=OFF",
                "--key-buffer-size=1M",
                "--aria-pagecache-buffer-size=8M",
                "--local-infile=OFF",
                "--pid-file=" + config.directory().resolve("mariadbd.pid"),
                "--log-error=" + config.log()));
        return command;
    }

    private List<String> baseCommand(Path data) {
        Path binaries = config.binaries();
        List<String> command = new ArrayList<>(List.of(
                binaries.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + binaries,
                "--datadir=" + data,
                "--lc-messages-dir=" + binaries.resolve("share"),
                "--character-sets-dir=" + binaries.resolve("share/charsets"),
                "--tmpdir=" + config.temporary()));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    /** Fills a folder beside the final one and moves it when complete, so that an interrupted start leaves no half data. */
    private void createData() throws IOException {
        Path fresh = config.directory().resolve("data.new");
        delete(fresh);
        Files.createDirectories(fresh);
        bootstrap(fresh);
        Files.writeString(fresh.resolve("mariadb_upgrade_info"), MariaDbBinaries.VERSION + "-MariaDB");
        Files.move(fresh, config.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void bootstrap(Path data) throws IOException {
        Path log = config.directory().resolve("bootstrap.log");
        List<String> command = baseCommand(data);
        command.addAll(List.of("--bootstrap", "--enforce-storage-engine=", "--innodb-log-file-size=64M"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(Redirect.PIPE)
                .start();
        try (OutputStream statements = process.getOutputStream()) {
            statements.write("create database mysql;\nuse mysql;\nset @auth_root_socket=null;\n".getBytes(UTF_8));
            for (String script : SYSTEM_TABLES) {
                Files.copy(config.binaries().resolve("share").resolve(script), statements);
            }
            // Nobody but the views' owner: the start statements create the administrator with a password.
            statements.write("delete from mysql.global_priv where user <> 'mariadb.sys';\n".getBytes(UTF_8));
        }
        await(process, log);
    }

    private static void await(Process process, Path log) throws IOException {
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("MariaDB could not create its data folder:\n" + LogTail.of(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while MariaDB created its data folder", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private void writeStartStatements() throws IOException {
        List<String> lines = new ArrayList<>();
        addUser(lines, MariaDbConfig.ADMIN, config.adminPassword());
        lines.add("GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;");
        for (MariaDbAccount account : config.accounts()) {
            lines.add("CREATE DATABASE IF NOT EXISTS `" + account.database()
                    + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;");
            addUser(lines, account.user(), account.password());
            lines.add("GRANT ALL PRIVILEGES ON `" + account.database().replace("_", "\\_") + "`.* TO '" + account.user()
                    + "'@'127.0.0.1';");
        }
        Path file = config.startStatements();
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, lines);
    }

    private static void addUser(List<String> lines, String user, String password) {
        String account = "'" + user + "'@'127.0.0.1'";
        lines.add("CREATE USER IF NOT EXISTS " + account + " IDENTIFIED BY '" + password + "';");
        lines.add("ALTER USER " + account + " IDENTIFIED BY '" + password + "';");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
