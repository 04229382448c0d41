package io.hutong.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where an embedded server lives and who may use it.
 *
 * @param binaries folder of the unpacked server, see {@link MariaDbBinaries}
 * @param directory folder of this server: data, log and the statements of its start
 */
public record MariaDbConfig(
        Path binaries,
        Path directory,
        int port,
        String adminPassword,
        List<MariaDbAccount> accounts,
        int bufferPoolMegabytes) {

    public static final String ADMIN = "root";

    public MariaDbConfig {
        binaries = binaries.toAbsolutePath().normalize();
        directory = directory.toAbsolutePath().normalize();
        accounts = List.copyOf(accounts);
        new MariaDbAccount(ADMIN, ADMIN, adminPassword);
    }

    /** A server in the folder with the shared binaries, a random administrator's password and no account yet. */
    public static MariaDbConfig in(Path directory, int port) {
        String password = UUID.randomUUID().toString();
        return new MariaDbConfig(MariaDbBinaries.inUserCache(), directory, port, password, List.of(), 64);
    }

    public MariaDbConfig withBinaries(Path unpacked) {
        return new MariaDbConfig(unpacked, directory, port, adminPassword, accounts, bufferPoolMegabytes);
    }

    public MariaDbConfig withAdminPassword(String password) {
        return new MariaDbConfig(binaries, directory, port, password, accounts, bufferPoolMegabytes);
    }

    public MariaDbConfig withBufferPool(int megabytes) {
        return new MariaDbConfig(binaries, directory, port, adminPassword, accounts, megabytes);
    }

    public MariaDbConfig withAccount(String database, String user, String password) {
        List<MariaDbAccount> more = new ArrayList<>(accounts);
        more.add(new MariaDbAccount(database, user, password));
        return new MariaDbConfig(binaries, directory, port, adminPassword, more, bufferPoolMegabytes);
    }

    Path data() {
        return directory.resolve("data");
    }

    /** The server's own: at its start it deletes every temporary table that it finds there, whosever it is. */
    Path temporary() {
        return directory.resolve("tmp");
    }

    Path log() {
        return directory.resolve("mariadb.log");
    }

    Path startStatements() {
        return directory.resolve("start.sql");
    }

    @Override
    public String toString() {
        return "MariaDbConfig[" + directory + ", port " + port + ", " + accounts + "]";
    }
}
