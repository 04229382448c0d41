package io.hutong.messaging.inbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The refill door of a source as a process of its own, so that it can be killed. It serves files; when it is told to stall
 * it gives half an answer, says so by a file, and falls silent.
 */
public final class SlowSource {
    static final String READY = "ready";
    static final String STALLED = "stalled";

    private final Path directory;
    private final boolean stalls;

    private SlowSource(Path directory, boolean stalls) {
        this.directory = directory;
        this.stalls = stalls;
    }

    /** Arguments: port, folder, whether it stalls. */
    public static void main(String... arguments) throws Exception {
        SlowSource source = new SlowSource(Path.of(arguments[1]), Boolean.parseBoolean(arguments[2]));
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 16);
        server.createContext("/messaging/streams/", source::answer);
        server.start();
        Files.writeString(source.directory.resolve(READY), "");
        new CountDownLatch(1).await();
    }

    static Process start(int port, Path directory, boolean stalls) throws IOException {
        Files.deleteIfExists(directory.resolve(READY));
        Files.deleteIfExists(directory.resolve(STALLED));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Path.of("target", "test-classes").toAbsolutePath().toString();
        List<String> command = List.of(
                java,
                "-Xmx32m",
                "-cp",
                classes,
                SlowSource.class.getName(),
                Integer.toString(port),
                directory.toString(),
                Boolean.toString(stalls));
        File log = directory.resolve("source.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] all = Files.readAllBytes(directory.resolve(path.substring(path.lastIndexOf('/') + 1)));
        exchange.sendResponseHeaders(200, all.length);
        if (stalls) {
            exchange.getResponseBody().write(all, 0, all.length / 2);
            exchange.getResponseBody().flush();
            Files.writeString(directory.resolve(STALLED), path);
            return;
        }
        exchange.getResponseBody().write(all);
        exchange.close();
    }
}
