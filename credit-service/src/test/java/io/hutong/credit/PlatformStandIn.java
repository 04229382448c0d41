package io.hutong.credit;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Both public platforms behind one address, over real HTTP: what they show is kept by version, as the real ones would. */
public final class PlatformStandIn implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Board> BOARDS = new ConcurrentHashMap<>();

    private @Nullable HttpServer server;

    /** One platform: what it knows, and how it behaves. */
    static final class Board {
        private final Map<String, JsonNode> newest = new TreeMap<>();
        private final List<JsonNode> received = new ArrayList<>();
        private volatile int status = 200;
        private volatile Predicate<JsonNode> dislikes = notice -> false;
        private volatile Predicate<JsonNode> chokesOn = notice -> false;
        private volatile CountDownLatch tells = new CountDownLatch(0);

        synchronized boolean shows(String noticeId) {
            JsonNode notice = newest.get(noticeId);
            return notice != null && notice.path("show").asBoolean();
        }

        synchronized JsonNode notice(String noticeId) {
            return newest.getOrDefault(noticeId, JSON.nullNode());
        }

        /** In the order of their coming. */
        synchronized List<JsonNode> about(String noticeId) {
            return received.stream()
                    .filter(notice -> notice.path("noticeId").asText().equals(noticeId))
                    .toList();
        }

        synchronized void forget(String noticeId) {
            newest.remove(noticeId);
        }

        synchronized void show(String noticeId, int version) {
            newest.put(
                    noticeId,
                    JSON.createObjectNode()
                            .put("noticeId", noticeId)
                            .put("version", version)
                            .put("show", true));
        }

        void answerWith(int other) {
            status = other;
        }

        void dislike(Predicate<JsonNode> notices) {
            dislikes = notices;
        }

        /** Answers 500 to whatever holds such a notice. */
        void chokeOn(Predicate<JsonNode> notices) {
            chokesOn = notices;
        }

        /** Tells what it shows only when the latch is open. */
        void tellWhen(CountDownLatch open) {
            tells = open;
        }

        void behave() {
            status = 200;
            dislikes = notice -> false;
            chokesOn = notice -> false;
            tells = new CountDownLatch(0);
        }

        private synchronized boolean take(JsonNode batch) {
            if (any(batch, dislikes)) {
                return false;
            }
            for (JsonNode notice : batch.path("notices")) {
                received.add(notice);
                newest.merge(
                        notice.path("noticeId").asText(),
                        notice,
                        (before, now) -> now.path("version").asInt()
                                        > before.path("version").asInt()
                                ? now
                                : before);
            }
            return true;
        }

        private synchronized JsonNode shown(String after, int limit) {
            var page = JSON.createObjectNode();
            var items = page.putArray("items");
            newest.values().stream()
                    .filter(notice -> notice.path("show").asBoolean()
                            && !notice.path("kind").asText().endsWith("_CASE")
                            && notice.path("noticeId").asText().compareTo(after) > 0)
                    .limit(limit)
                    .forEach(items::add);
            return page;
        }
    }

    static Board of(String platform) {
        return BOARDS.computeIfAbsent(platform, code -> new Board());
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.setExecutor(Executors.newCachedThreadPool());
            http.createContext("/GSX/", call -> serve(call, "GSX", "1"));
            http.createContext("/XCN/", call -> serve(call, "XCN", "success"));
            http.start();
            server = http;
            String url = "http://127.0.0.1:" + http.getAddress().getPort();
            return Map.of("HUTONG_GSX_URL", url + "/GSX", "HUTONG_XCN_URL", url + "/XCN");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Both platforms, as they are and not only as they should be. */
    static void awaitShown(String subject, boolean shown) {
        await((shown ? "shown: " : "not shown: ") + subject)
                .atMost(Duration.ofSeconds(30))
                .until(() -> of("GSX").shows(subject) == shown && of("XCN").shows(subject) == shown);
    }

    private static void serve(HttpExchange call, String platform, String taken) throws IOException {
        try (call) {
            Board board = of(platform);
            JsonNode answer;
            if (call.getRequestMethod().equals("POST")) {
                JsonNode batch = JSON.readTree(call.getRequestBody());
                if (any(batch, board.chokesOn)) {
                    call.sendResponseHeaders(500, -1);
                    return;
                }
                boolean good = board.status == 200 && board.take(batch);
                answer = JSON.createObjectNode()
                        .put("code", good ? taken : "-1")
                        .put(
                                "receipt",
                                platform + "-" + call.getRequestHeaders().getFirst("Idempotency-Key"));
            } else {
                if (!board.tells.await(4, TimeUnit.SECONDS)) {
                    call.sendResponseHeaders(503, -1);
                    return;
                }
                String query = call.getRequestURI().getQuery();
                answer = board.shown(query.contains("after=") ? query.replaceAll(".*after=", "") : "", 1000);
            }
            byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(board.status, bytes.length);
            call.getResponseBody().write(bytes);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean any(JsonNode batch, Predicate<JsonNode> which) {
        for (JsonNode notice : batch.path("notices")) {
            if (which.test(notice)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
