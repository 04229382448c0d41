package io.hutong.systemtests.year;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.local.parts.SimulatedTime;
import io.hutong.systemtests.agencies.Simulator;
import io.hutong.systemtests.credit.Comparison;
import io.hutong.systemtests.load.Api;
import io.hutong.systemtests.load.Installed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The installation whose year is played: its desks, its databases, its platforms, and the one clock that is moved through the year. */
final class Year {
    static final ObjectMapper JSON = new ObjectMapper();
    static final int REPORT_YEAR = 2025;

    private static final int CLIENTS = 8;
    /** Services look at their clock every 100 ms, workers at what is due every two seconds. */
    private static final Duration SEEN = Duration.ofMillis(300);

    private static final Duration MOVES = Duration.ofSeconds(60);
    private static final Duration WORKERS_LOOK = Duration.ofSeconds(5);
    private static final List<String> PLATFORMS = List.of("GSX", "XCN");

    /** What is done about one business of many. */
    @FunctionalInterface
    interface Deed {
        void about(String bizId) throws Exception;
    }

    final Installed target;
    final Api officer;
    final Api page;
    final Api register;
    final Clock clock;
    final Figures figures = new Figures();

    private final SimulatedTime time;
    private final Api platforms;

    Year(Installed target, Simulator simulator) {
        this.target = target;
        officer = target.credit("credit");
        page = target.credit("portal");
        register = target.register();
        clock = target.clock();
        time = target.simulatedTime();
        // what a party shows is public
        platforms = new Api(simulator.url(), () -> "none", MOVES);
    }

    void at(String when) throws InterruptedException {
        time.advance(LocalDateTime.parse(when));
        Thread.sleep(SEEN.toMillis());
        figures.note("");
        figures.note("—— " + time.text() + " ——");
    }

    /** Does it about every one, as several clients at a time would. */
    static int each(Collection<String> businesses, Deed deed) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> done = new ArrayList<>();
        for (String bizId : businesses) {
            done.add(clients.submit(() -> {
                deed.about(bizId);
                return null;
            }));
        }
        try {
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            clients.shutdownNow();
        }
        return businesses.size();
    }

    long credit(String count) throws SQLException {
        return Long.parseLong(texts(target.creditUrl(), count).get(0));
    }

    long registered(String count) throws SQLException {
        return Long.parseLong(texts(target.registerUrl(), count).get(0));
    }

    List<String> texts(String query) throws SQLException {
        return texts(target.creditUrl(), query);
    }

    private static List<String> texts(String url, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** Events of a type that the credit service has stated. */
    long stated(String type) throws SQLException {
        return credit("select count(*) from event_log where type = 'io.hutong.credit." + type + ".v1'");
    }

    /** Waits until both platforms have acknowledged everything; then they must show what they should. */
    void platformsSettle() throws Exception {
        figures.expectSoon(
                "notices that a platform has not acknowledged",
                0,
                MOVES,
                () -> credit("select count(*) from publication where waiting is not null"));
        for (String platform : PLATFORMS) {
            JsonNode compared = Comparison.with(officer, platform);
            figures.expect(
                    platform + ": notices that are not as they should be",
                    0,
                    compared.path("differences").path("count").asInt(-1)
                            + compared.path("unknown").path("count").asInt(-1));
        }
    }

    void expectShown(String kind, int onEach) throws Exception {
        expectShown(kind, onEach, onEach);
    }

    /** What credit means each platform to show of a kind, and what it shows by its own word. */
    void expectShown(String kind, int gsx, int xcn) throws Exception {
        Map<String, Integer> expected = Map.of("GSX", gsx, "XCN", xcn);
        for (String platform : PLATFORMS) {
            figures.expectSoon(
                    platform + " is to show: " + kind,
                    expected.getOrDefault(platform, 0),
                    MOVES,
                    () -> credit("select count(*) from publication where shown and platform = '" + platform
                            + "' and kind = '" + kind + "'"));
        }
        platformsSettle();
        for (String platform : PLATFORMS) {
            figures.expect(
                    platform + " shows: " + kind,
                    expected.getOrDefault(platform, 0),
                    shown(platform).getOrDefault(kind, 0));
        }
    }

    /** Gives every worker the time to look again. */
    void letWorkersLook() throws InterruptedException {
        Thread.sleep(WORKERS_LOOK.toMillis());
    }

    /** Starts the services anew with other settings, in the same simulated time. */
    void restart(String... settings) throws IOException, InterruptedException {
        ProcessBuilder up = new ProcessBuilder(System.getProperty("hutong.root") + "/hutong", "up").inheritIO();
        up.environment().merge("HUTONG_JAVA_OPTIONS", " " + String.join(" ", settings), String::concat);
        if (up.start().waitFor() != 0) {
            throw new IllegalStateException("the services did not start again");
        }
    }

    private Map<String, Integer> shown(String platform) throws InterruptedException {
        Map<String, Integer> kinds = new TreeMap<>();
        String after = "";
        while (true) {
            JsonNode items = platforms
                    .get("/parties/" + platform + "/inbox/shown?limit=1000&after=" + after)
                    .body()
                    .path("items");
            if (items.isEmpty()) {
                return kinds;
            }
            for (JsonNode notice : items) {
                kinds.merge(notice.path("kind").asText(), 1, Integer::sum);
                after = notice.path("noticeId").asText();
            }
        }
    }

    static ObjectNode json() {
        return JSON.createObjectNode();
    }
}
