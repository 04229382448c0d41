package io.hutong.systemtests.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.systemtests.agencies.Simulator;
import io.hutong.systemtests.agencies.party.Conduct;
import io.hutong.systemtests.agencies.party.Fault;
import io.hutong.systemtests.faults.Kills;
import io.hutong.systemtests.load.Api;
import io.hutong.systemtests.load.Installed;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The mass listing of every business that did not report, while twenty businesses a second file late: from each filing to the
 * acknowledgement of its removal by two public platforms and two banks that follow them. One platform and one bank are a second
 * slow and are told apart. Exits 1 when a filing did not repair, or when what a platform shows at the end is not what it should.
 */
public final class CreditRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final List<String> VICTIMS = List.of("credit-service", "credit-service", "broker", "database");
    private static final Duration LISTS_WITHIN = Duration.ofSeconds(60);
    private static final Duration GIVE_UP = Duration.ofMinutes(10);

    private final Installed target = new Installed();
    private final Api officer = target.credit("credit");
    private final Api page = target.credit("portal");
    private final int perSecond;
    private final int seconds;
    private final int secondsBetweenKills;
    private final int reportYear;
    private final Map<String, Instant> filed = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();

    private CreditRun(int perSecond, int seconds, int secondsBetweenKills) {
        this.perSecond = perSecond;
        this.seconds = seconds;
        this.secondsBetweenKills = secondsBetweenKills;
        this.reportYear =
                LocalDate.now(CLOCK.withZone(ZoneId.of("Asia/Shanghai"))).getYear() - 1;
    }

    /** Arguments: port of the simulator, filings per second, seconds, seconds between kills or 0 for none. */
    public static void main(String... arguments) throws Exception {
        var run = new CreditRun(
                Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        boolean kept;
        try (FollowingBank quick = run.bank("bank-a", Duration.ZERO);
                FollowingBank slow = run.bank("bank-b", Duration.ofSeconds(1));
                Simulator simulator =
                        Simulator.start(run.target, Integer.parseInt(arguments[0]), Duration.ofSeconds(5))) {
            simulator.actor("XCN").behave(Conduct.with(Fault.LATE).after(Duration.ofSeconds(1)));
            kept = run.run(List.of(quick, slow));
        }
        System.exit(kept ? 0 : 1);
    }

    private FollowingBank bank(String client, Duration slowness) {
        return new FollowingBank(target.credit(client), slowness);
    }

    private boolean run(List<FollowingBank> banks) throws Exception {
        Instant start = CLOCK.instant();
        JsonNode proposed = officer.post(
                        "/listing-runs", JSON.createObjectNode().put("reportYear", reportYear), null)
                .body();
        String runId = proposed.path("runId").asText();
        say(start, "proposed %d candidates", proposed.path("candidates").asInt());
        List<String> followed = candidates(runId);
        for (FollowingBank bank : banks) {
            bank.follow(followed);
        }
        say(start, "%d banks follow %d of them", banks.size(), followed.size());
        officer.post("/listing-runs/" + runId + "/sign-off", JSON.createObjectNode(), null);
        Instant signed = CLOCK.instant();
        say(start, "signed");
        underFire(this::fileLate);
        say(start, "filed %d late reports at %d/s, refused %d", filed.size(), perSecond, refused.get());
        while (!state(runId).equals("DONE")) {
            pause(signed);
        }
        JsonNode done = officer.get("/listing-runs/" + runId).body();
        say(
                signed,
                "listed %d, filed meanwhile %d (from the signature)",
                done.path("listed").asInt(),
                done.path("filedMeanwhile").asInt());
        while (pending("GSX") > 0) {
            pause(signed);
        }
        say(signed, "GSX has acknowledged everything; XCN, a second slow, has %d waiting", pending("XCN"));
        Thread.sleep(Duration.ofSeconds(5).toMillis()); // the slow bank
        return verdict();
    }

    /** Work that has to be done by whoever survives; without kills the figures count. */
    @FunctionalInterface
    private interface Filing {
        void go() throws Exception;
    }

    private void underFire(Filing filing) throws Exception {
        if (secondsBetweenKills == 0) {
            filing.go();
            return;
        }
        Kills kills = new Kills(target, 1, VICTIMS);
        Thread killer = kills.start(secondsBetweenKills);
        filing.go();
        killer.interrupt();
        killer.join();
        System.out.println("killed " + kills.counts());
    }

    /** The codes of as many as will file: the listing takes them in this order. */
    private List<String> candidates(String runId) throws InterruptedException {
        List<String> codes = new ArrayList<>();
        String cursor = "";
        while (codes.size() < seconds * perSecond) {
            JsonNode page = officer.get("/listing-runs/" + runId + "/candidates?limit=200" + cursor)
                    .body();
            page.path("items").forEach(item -> codes.add(item.path("uscc").asText()));
            if (!page.path("next").isTextual()) {
                return codes;
            }
            cursor = "&cursor=" + page.path("next").asText();
        }
        return codes.subList(0, seconds * perSecond);
    }

    /** Those whom the listing has reached file, as the page would: one after the other, at the pace asked for. */
    private void fileLate() throws Exception {
        ExecutorService filing = Executors.newFixedThreadPool(8);
        Set<String> seen = new HashSet<>();
        String cursor = "";
        int before = -1;
        while (seen.size() < seconds * perSecond && seen.size() > before) {
            before = seen.size();
            JsonNode more = awaitListed(cursor, seen);
            for (JsonNode item : more.path("items")) {
                String bizId = item.path("bizId").asText();
                if (seen.size() < seconds * perSecond && seen.add(bizId)) {
                    filing.execute(() -> file(bizId));
                    Thread.sleep(1000L / perSecond);
                }
            }
            cursor = more.path("next").isTextual()
                    ? "&cursor=" + more.path("next").asText()
                    : cursor;
        }
        filing.shutdown();
        if (!filing.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("filings hang");
        }
    }

    /** The next page with somebody new on it, as soon as the listing has come so far; the last one if it ends before. */
    private JsonNode awaitListed(String cursor, Set<String> seen) throws InterruptedException {
        Instant since = CLOCK.instant();
        JsonNode page = officer.get("/abnormal-entries?limit=200" + cursor).body();
        while (page.path("items").findValuesAsText("bizId").stream().allMatch(seen::contains)
                && Duration.between(since, CLOCK.instant()).compareTo(LISTS_WITHIN) < 0) {
            Thread.sleep(100);
            page = officer.get("/abnormal-entries?limit=200" + cursor).body();
        }
        return page;
    }

    private void file(String bizId) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode report = body.putArray("reports").addObject();
        report.put("year", reportYear).put("published", true);
        report.putObject("content")
                .put("turnover", "182000")
                .put("taxPaid", "0")
                .put("employees", "2")
                .put("contactPhone", "13909360001");
        try {
            Instant at = CLOCK.instant();
            if (page.post("/businesses/" + bizId + "/annual-reports", body, null)
                    .accepted()) {
                filed.putIfAbsent(bizId, at);
            } else {
                refused.incrementAndGet();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean verdict() throws SQLException, InterruptedException {
        Acknowledged acknowledged = Acknowledged.read(target.creditUrl(), filed);
        acknowledged.lines().forEach(System.out::println);
        JsonNode compared = officer.post("/platforms/GSX/reconciliation", JSON.createObjectNode(), null)
                .body();
        System.out.printf(
                "GSX shows %d notices; differences %d, unknown %d%n",
                compared.path("compared").asInt(),
                compared.path("differences").size(),
                compared.path("unknown").size());
        int twice = acknowledged.listedTwice();
        System.out.printf("businesses listed twice: %d%n", twice);
        return refused.get() == 0
                && twice == 0
                && acknowledged.missing("GSX") == 0
                && acknowledged.missing("FI-620702-BANKA") == 0
                && compared.path("differences").isEmpty()
                && compared.path("unknown").isEmpty();
    }

    private String state(String runId) throws InterruptedException {
        return officer.get("/listing-runs/" + runId).body().path("state").asText();
    }

    private int pending(String platform) throws InterruptedException {
        for (JsonNode item : officer.get("/platforms").body().path("items")) {
            if (item.path("platform").asText().equals(platform)) {
                return item.path("pending").asInt();
            }
        }
        throw new IllegalStateException("no platform " + platform);
    }

    private static void pause(Instant since) throws InterruptedException {
        if (Duration.between(since, CLOCK.instant()).compareTo(GIVE_UP) > 0) {
            throw new IllegalStateException("not done within " + GIVE_UP);
        }
        Thread.sleep(500);
    }

    private static void say(Instant since, String what, Object... values) {
        System.out.printf(
                "%6.1f s  %s%n",
                Duration.between(since, CLOCK.instant()).toMillis() / 1000.0, String.format(what, values));
    }
}
