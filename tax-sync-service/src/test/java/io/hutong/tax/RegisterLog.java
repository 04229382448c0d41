package io.hutong.tax;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hutong.identity.BizId;
import io.hutong.messaging.Position;
import io.hutong.messaging.outbox.HeadsPage;
import io.hutong.messaging.outbox.StreamPage;
import io.hutong.testing.RawEvent;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The register's own log, from which tax fetches what it missed: it answers with what a test put there. */
public final class RegisterLog implements QuarkusTestResourceLifecycleManager {
    private static final Map<String, List<RawEvent>> STREAMS = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();

    private @Nullable HttpServer server;

    static void holds(BizId bizId, List<RawEvent> events) {
        STREAMS.put(bizId.value(), List.copyOf(events));
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/messaging/streams/", RegisterLog::stream);
            started.createContext("/messaging/heads", exchange -> answer(exchange, new HeadsPage(List.of(), 0)));
            started.start();
            server = started;
            return Map.of(
                    "hutong.messaging.inbox.\"registration-events\".source-url",
                    "http://127.0.0.1:" + started.getAddress().getPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void stream(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        List<RawEvent> events = STREAMS.getOrDefault(path.substring("/messaging/streams/".length()), List.of());
        String[] query = exchange.getRequestURI().getQuery().split("[=&]");
        long from = Long.parseLong(query[1]);
        long to = Long.parseLong(query[3]);
        List<StreamPage.Event> asked = events.stream()
                .filter(event -> version(event) >= from && version(event) <= to)
                .map(event -> new StreamPage.Event(version(event), event.headers(), event.body()))
                .toList();
        answer(exchange, new StreamPage(new Position(1, events.size()), asked));
    }

    private static long version(RawEvent event) {
        return Long.parseLong(event.header("ce_streamversion"));
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
