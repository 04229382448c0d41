package io.hutong.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A MariaDB server of its own process: grant tables on, 127.0.0.1 only, utf8mb4, a flush per commit, one account per
 * database.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
    private static final String URL_OPTIONS = "?connectionTimeZone=UTC&sslMode=DISABLED";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final MariaDbConfig config;
    private final Process process;
    private final Thread atExit;

    private EmbeddedMariaDb(MariaDbConfig config, Process process) {
        this.config = config;
        this.process = process;
        this.atExit = new Thread(process::destroy, "stop MariaDB " + config.port());
    }

    /** Makes the data folder if it is missing and returns the command that starts the server, for a detached start. */
    public static List<String> prepare(MariaDbConfig config) {
        try {
            MariaDbInstallation installation = new MariaDbInstallation(config);
            installation.prepare();
            return installation.serverCommand();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server and returns when the administrator can log in; the server stops with this JVM at the latest. */
    public static EmbeddedMariaDb start(MariaDbConfig config) {
        Path output = config.directory().resolve("mariadbd.out");
        try {
            List<String> command = prepare(config);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            EmbeddedMariaDb server = new EmbeddedMariaDb(config, process);
            Runtime.getRuntime().addShutdownHook(server.atExit);
            server.awaitLogin();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String url(int port, String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database + URL_OPTIONS;
    }

    public int port() {
        return config.port();
    }

    public long pid() {
        return process.pid();
    }

    public String url(String database) {
        return url(config.port(), database);
    }

    /** A connection of the administrator, without a current database. */
    public Connection administrator() throws SQLException {
        return DriverManager.getConnection(url(""), MariaDbConfig.ADMIN, config.adminPassword());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Stops in order; after 30 seconds without mercy. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // The JVM is going down already: the hook runs anyway and finds the server stopped.
        }
    }

    /** Ends the server as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        stop();
    }

    private void awaitLogin() {
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            try (Connection ready = administrator()) {
                if (ready.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                pause();
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException(
                "MariaDB did not start on port " + config.port() + ":\n" + LogTail.of(config.log()));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while MariaDB started", e);
        }
    }
}
