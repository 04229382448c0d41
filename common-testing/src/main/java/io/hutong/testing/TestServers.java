package io.hutong.testing;

import io.hutong.embedded.LogTail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Broker, database server and issuer for the tests of this JVM: started on first use, one each, shared by all tests and
 * class loaders, gone with the JVM. {@code HUTONG_TEST_DB_URL} (variable or system property) names another database server.
 */
public final class TestServers {
    private static final String FACTS = "hutong.testing.servers";
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Path HOME = Path.of("target", "hutong-test").toAbsolutePath();

    private final Properties facts;

    private TestServers(Properties facts) {
        this.facts = facts;
    }

    /** The servers, started if they do not run yet. */
    public static TestServers running() {
        // All class loaders of this JVM see the same system properties and the same lock.
        synchronized (Runtime.getRuntime()) {
            try {
                String known = System.getProperty(FACTS);
                if (known == null) {
                    known = start();
                    System.setProperty(FACTS, known);
                }
                Properties facts = new Properties();
                facts.load(new StringReader(known));
                return new TestServers(facts);
            } catch (IOException e) {
                throw new UncheckedIOException("test servers did not start", e);
            }
        }
    }

    public String bootstrapServers() {
        return fact("kafka");
    }

    /** Settings of a client of the broker with this account: {@code admin}, {@code reader}, or a service's. */
    public Map<String, Object> brokerClient(String account) {
        Map<String, Object> settings =
                new HashMap<>(ServerProcess.BROKER_ACCOUNTS.named(account).login());
        settings.put("bootstrap.servers", bootstrapServers());
        return settings;
    }

    public String issuerUrl() {
        return fact("issuer");
    }

    /** JDBC URL of an administrator of the database server, without a database. */
    public String administratorUrl() {
        return externalDatabase().isEmpty() ? fact("database") : externalDatabase();
    }

    /** Folder under {@code target/} for files of test runs. */
    public Path home() {
        return HOME;
    }

    String issuerKeyFile() {
        return fact("issuerKey");
    }

    String control() {
        return fact("control");
    }

    private String fact(String name) {
        String value = facts.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("the test servers told no " + name);
        }
        return value;
    }

    private static String externalDatabase() {
        String property = System.getProperty("HUTONG_TEST_DB_URL");
        String url = property == null ? System.getenv("HUTONG_TEST_DB_URL") : property;
        return url == null ? "" : url;
    }

    private static String start() throws IOException {
        deleteOldRuns();
        Path home = HOME.resolve("servers-" + ProcessHandle.current().pid());
        Files.createDirectories(home);
        Path log = HOME.resolve("servers.log");
        Process process = launch(home, externalDatabase().isEmpty() ? "embedded" : "external", log);
        // The hook keeps the process object, and with it the pipe to the process, alive as long as this JVM.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop test servers"));
        return readFacts(process, log);
    }

    /** The process of the servers; {@code database} is {@code embedded} or {@code external}. */
    static Process launch(Path home, String database, Path log) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        ServerProcess.class.getName(),
                        home.toString(),
                        database)
                .redirectError(log.toFile());
        builder.environment().put("CLASSPATH", classPath());
        return builder.start();
    }

    /** Ends within the limit: a process that says nothing any more is ended, and so is its output. */
    private static String readFacts(Process process, Path log) throws IOException {
        CompletableFuture<Void> limit = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(START_LIMIT.toSeconds(), TimeUnit.SECONDS));
        Properties facts = new Properties();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); !"ready".equals(line); line = reader.readLine()) {
            if (line == null) {
                throw new IllegalStateException("test servers did not start:\n" + LogTail.of(log));
            }
            facts.load(new StringReader(line));
        }
        limit.cancel(false);
        StringWriter text = new StringWriter();
        facts.store(text, null);
        return text.toString();
    }

    /** The data of runs whose JVM is gone: about 100 MB each. */
    private static void deleteOldRuns() throws IOException {
        if (!Files.isDirectory(HOME)) {
            return;
        }
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(HOME, "servers-[0-9]*")) {
            for (Path run : runs) {
                long pid = Long.parseLong(run.getFileName().toString().substring("servers-".length()));
                if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                    delete(run);
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    }
}
