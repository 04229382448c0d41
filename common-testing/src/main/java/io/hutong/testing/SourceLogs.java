package io.hutong.testing;

import static io.restassured.RestAssured.given;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hutong.identity.BizId;
import io.hutong.messaging.Position;
import io.hutong.messaging.outbox.HeadsPage;
import io.hutong.messaging.outbox.StreamPage;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The logs of other services, from which the service under test fetches what it missed: one for each inbox that the argument
 * {@code inboxes} names, separated by commas. A test puts a stream there by the same path by which the service reads it.
 */
public final class SourceLogs implements QuarkusTestResourceLifecycleManager {
    private static final String HEADS = "/messaging/heads";
    private static final byte[] NO_HEADS = "{\"heads\":[],\"next\":0}".getBytes(StandardCharsets.UTF_8);
    private static final AtomicLong POSITION = new AtomicLong();

    private final List<HttpServer> servers = new ArrayList<>();
    private String[] inboxes = {};

    @Override
    public void init(Map<String, String> initArgs) {
        inboxes = initArgs.getOrDefault("inboxes", "").split(",", -1);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>();
        for (String inbox : inboxes) {
            HttpServer opened = open();
            servers.add(opened);
            config.put(urlOf(inbox), "http://127.0.0.1:" + opened.getAddress().getPort());
        }
        return config;
    }

    /** What was made for this business so far can be fetched by that inbox from now on. */
    static void serve(String inbox, StreamFixture stream, BizId bizId) {
        List<StreamPage.Event> events = new ArrayList<>();
        for (RawEvent raw : stream.madeFor(bizId)) {
            events.add(new StreamPage.Event(events.size() + 1L, raw.headers(), raw.body()));
        }
        serve(inbox, bizId, new StreamPage(new Position(1, events.size()), events));
    }

    /** The log of that source names what was made for this business, and has none of it. */
    static void lose(String inbox, StreamFixture stream, BizId bizId) {
        serve(inbox, bizId, new StreamPage(new Position(1, stream.madeFor(bizId).size()), List.of()));
    }

    private static void serve(String inbox, BizId bizId, StreamPage page) {
        given().baseUri(ConfigProvider.getConfig().getValue(urlOf(inbox), String.class))
                .contentType("application/json")
                .body(page)
                .put("/messaging/streams/" + bizId.value())
                .then()
                .statusCode(204);
    }

    /** The log of that source names what was made for this business, two minutes ago, and nothing else. */
    static void name(String inbox, StreamFixture stream, BizId bizId) {
        List<HeadsPage.Head> heads = new ArrayList<>();
        for (RawEvent raw : stream.madeFor(bizId)) {
            heads.add(new HeadsPage.Head(
                    POSITION.incrementAndGet(),
                    bizId.value(),
                    1,
                    stream.envelopeOf(raw).position().version(),
                    Duration.ofMinutes(2).toMillis()));
        }
        given().baseUri(ConfigProvider.getConfig().getValue(urlOf(inbox), String.class))
                .contentType("application/json")
                .body(new HeadsPage(heads, POSITION.get(), null))
                .put(HEADS)
                .then()
                .statusCode(204);
    }

    private static String urlOf(String inbox) {
        return "hutong.messaging.inbox.\"" + inbox + "\".source-url";
    }

    private static HttpServer open() {
        try {
            Map<String, byte[]> streams = new ConcurrentHashMap<>();
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            opened.createContext("/messaging/streams/", exchange -> stream(streams, exchange));
            opened.createContext(HEADS, exchange -> heads(streams, exchange));
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stream(Map<String, byte[]> streams, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")) {
            streams.put(path, exchange.getRequestBody().readAllBytes());
            answer(exchange, 204, new byte[0]);
            return;
        }
        byte[] page = streams.get(path);
        answer(exchange, page == null ? 404 : 200, page == null ? new byte[0] : page);
    }

    /** The same heads whatever they are asked after: those who have passed them find that they have what these name. */
    private static void heads(Map<String, byte[]> kept, HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            kept.put(HEADS, exchange.getRequestBody().readAllBytes());
            answer(exchange, 204, new byte[0]);
        } else {
            answer(exchange, 200, kept.getOrDefault(HEADS, NO_HEADS));
        }
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
        servers.forEach(server -> server.stop(0));
    }
}
