package io.hutong.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** The real broker (KRaft, one node), in this JVM for tests or as a process of its own by {@link #main}. */
public final class EmbeddedKafka implements AutoCloseable {
    private final int port;
    private final KafkaRaftServer server;

    private EmbeddedKafka(int port, KafkaRaftServer server) {
        this.port = port;
        this.server = server;
    }

    /** Without accounts, open to everybody on this machine: only for tests of delivery itself. */
    public static EmbeddedKafka start(Path directory, int port) {
        return start(directory, port, FreePort.choose());
    }

    /** The same on a controller port of one's own, so that a broker can be started where another one stopped. */
    public static EmbeddedKafka start(Path directory, int port, int controllerPort) {
        return start(directory, port, KafkaConfiguration.of(directory, port, controllerPort));
    }

    public static EmbeddedKafka start(Path directory, int port, KafkaAccounts accounts) {
        return start(directory, port, FreePort.choose(), accounts);
    }

    /** Formats the log folder on the first start and returns when the broker takes requests. */
    public static EmbeddedKafka start(Path directory, int port, int controllerPort, KafkaAccounts accounts) {
        return start(directory, port, KafkaConfiguration.secured(directory, port, controllerPort, accounts));
    }

    private static EmbeddedKafka start(Path directory, int port, Properties settings) {
        Path home = directory.toAbsolutePath().normalize();
        try {
            format(home, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(port, server);
    }

    /**
     * Arguments: folder, port of the broker, port of its controller; the accounts come in the environment, which others
     * cannot read. Runs until the process is told to end.
     */
    public static void main(String... arguments) throws InterruptedException {
        KafkaAccounts accounts = KafkaAccounts.parse(System.getenv().getOrDefault(KafkaAccounts.VARIABLE, ""));
        EmbeddedKafka broker =
                start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), accounts);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.close();
            ended.countDown();
        }));
        System.out.println("broker ready on " + broker.bootstrapServers());
        ended.await();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path home, Properties settings) throws IOException {
        Path log = home.resolve("log");
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(log);
        Path file = home.resolve("broker.properties");
        Properties open = new Properties();
        open.putAll(settings);
        open.keySet().removeIf(key -> key.toString().endsWith("jaas.config"));
        try (OutputStream out = Files.newOutputStream(file)) {
            open.store(out, "written at the first start, for formatting only; without passwords");
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString(), "--ignore-formatted"};
        int code = StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new IOException("Kafka could not format " + log + ":\n" + said.toString(StandardCharsets.UTF_8));
        }
    }
}
