package io.hutong.systemtests.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.systemtests.agencies.Simulator;
import io.hutong.systemtests.agencies.party.Conduct;
import io.hutong.systemtests.agencies.party.Fault;
import io.hutong.systemtests.load.Api;
import io.hutong.systemtests.load.Installed;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The mass listing of every business that did not report, while twenty businesses a second file late: from each filing to the
 * acknowledgement of its removal by a public platform. The other platform is a second slow and is told apart. Exits 1 when a
 * filing did not repair, or when what a platform shows at the end is not what it should.
 */
public final class CreditRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration GIVE_UP = Duration.ofMinutes(10);

    private final Installed target = new Installed();
    private final Api officer = target.credit("credit");
    private final Api page = target.credit("portal");
    private final int perSecond;
    private final int seconds;
    private final int reportYear;
    private final Map<String, Instant> filed = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();

    private CreditRun(int perSecond, int seconds) {
        this.perSecond = perSecond;
        this.seconds = seconds;
        this.reportYear =
                LocalDate.now(CLOCK.withZone(ZoneId.of("Asia/Shanghai"))).getYear() - 1;
    }

    /** Arguments: port of the simulator, filings per second, seconds. */
    public static void main(String... arguments) throws Exception {
        var run = new CreditRun(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        boolean kept;
        try (Simulator simulator = Simulator.start(run.target, Integer.parseInt(arguments[0]), Duration.ofSeconds(5))) {
            simulator.actor("XCN").behave(Conduct.with(Fault.LATE).after(Duration.ofSeconds(1)));
            kept = run.run();
        }
        System.exit(kept ? 0 : 1);
    }

    private boolean run() throws Exception {
        Instant start = CLOCK.instant();
        JsonNode proposed = officer.post(
                        "/listing-runs", JSON.createObjectNode().put("reportYear", reportYear), null)
                .body();
        String runId = proposed.path("runId").asText();
        say(start, "proposed %d candidates", proposed.path("candidates").asInt());
        officer.post("/listing-runs/" + runId + "/sign-off", JSON.createObjectNode(), null);
        Instant signed = CLOCK.instant();
        say(start, "signed");
        fileLate();
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
        return verdict();
    }

    /** Those whom the listing has reached file, as the page would: one after the other, at the pace asked for. */
    private void fileLate() throws Exception {
        ScheduledExecutorService filing = Executors.newScheduledThreadPool(8);
        List<String> listed = new ArrayList<>();
        String cursor = "";
        for (int i = 0; i < seconds * perSecond; ) {
            if (i < listed.size()) {
                String bizId = listed.get(i);
                filing.schedule(() -> file(bizId), 0, TimeUnit.MILLISECONDS);
                i++;
                Thread.sleep(1000L / perSecond);
            } else {
                JsonNode more =
                        officer.get("/abnormal-entries?limit=200" + cursor).body();
                more.path("items").forEach(item -> listed.add(item.path("bizId").asText()));
                cursor = more.path("next").isTextual()
                        ? "&cursor=" + more.path("next").asText()
                        : cursor;
            }
        }
        filing.shutdown();
        if (!filing.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("filings hang");
        }
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
        acknowledged.print();
        JsonNode compared = officer.post("/platforms/GSX/reconciliation", JSON.createObjectNode(), null)
                .body();
        System.out.printf(
                "GSX shows %d notices; differences %d, unknown %d%n",
                compared.path("compared").asInt(),
                compared.path("differences").size(),
                compared.path("unknown").size());
        return refused.get() == 0
                && acknowledged.missing("GSX") == 0
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
