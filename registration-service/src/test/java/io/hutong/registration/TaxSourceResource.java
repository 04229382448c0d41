package io.hutong.registration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the register asks tax for what it missed. A test puts the stored stream of a business there by the same path by
 * which the register reads it.
 */
public final class TaxSourceResource implements QuarkusTestResourceLifecycleManager {
    private final Map<String, byte[]> streams = new ConcurrentHashMap<>();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            opened.createContext("/messaging/streams/", this::stream);
            opened.createContext("/messaging/heads", TaxSourceResource::heads);
            opened.start();
            server = opened;
            return Map.of(
                    "hutong.messaging.inbox.\"tax-events\".source-url",
                    "http://127.0.0.1:" + opened.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")) {
            streams.put(path, exchange.getRequestBody().readAllBytes());
            answer(exchange, 204, new byte[0]);
            return;
        }
        byte[] page = streams.get(path);
        answer(exchange, page == null ? 404 : 200, page == null ? new byte[0] : page);
    }

    private static void heads(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "{\"heads\":[],\"next\":0}".getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
