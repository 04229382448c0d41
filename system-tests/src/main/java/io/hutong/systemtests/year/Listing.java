package io.hutong.systemtests.year;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.systemtests.credit.Acknowledged;
import io.hutong.systemtests.credit.FollowingBank;
import io.hutong.systemtests.load.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 1 July and after: who did not file is listed on a person's signature; whoever files late leaves the list by itself. */
final class Listing {
    private static final int MOST_FOLLOWED = 1000;
    private static final Duration MOVES = Duration.ofSeconds(60);
    private static final String OPEN =
            "select count(*) from abnormal_entry where ground = 'ABN_REPORT' and report_year = " + Year.REPORT_YEAR
                    + " and open_key is not null";

    private final Year year;
    private final Script script;
    private final Reports reports;
    private final List<FollowingBank> banks;
    private int left;

    Listing(Year year, Script script, Reports reports, List<FollowingBank> banks) {
        this.year = year;
        this.script = script;
        this.reports = reports;
        this.banks = banks;
    }

    void list() throws Exception {
        JsonNode[] proposed = new JsonNode[1];
        year.figures.step("propose the list", () -> {
            proposed[0] = post("/listing-runs", Year.json().put("reportYear", Year.REPORT_YEAR));
            return proposed[0].path("candidates").asInt();
        });
        String run = "/listing-runs/" + proposed[0].path("runId").asText();
        year.figures.expect(
                "candidates: neither filed nor left the register",
                script.candidates(),
                proposed[0].path("candidates").asInt());
        year.figures.step(
                "leave some out",
                () -> Year.each(script.excluded(), bizId -> {
                    post(run + "/exclusions", Year.json().put("bizId", bizId).put("reason", "住院治疗，已提交证明"));
                }));
        year.figures.step("file between proposal and signature", () -> reports.late(script.meanwhile()));
        year.figures.step("two banks follow those who will file late", this::follow);
        year.figures.step("list them, from the signature on", () -> {
            post(run + "/sign-off", Year.json());
            awaitDone(run);
            return script.listed();
        });
        JsonNode done = year.officer.get(run).body();
        year.figures.expect(
                "left out by a person",
                script.excluded().size(),
                done.path("excluded").asInt());
        year.figures.expect(
                "filed meanwhile",
                script.meanwhile().size(),
                done.path("filedMeanwhile").asInt());
        year.figures.expect("listed", script.listed(), done.path("listed").asInt());
        year.figures.expect("events: listed for a missing report", script.listed(), listedEvents());
        year.figures.expect("open entries of missing reports", script.listed(), year.credit(OPEN));
    }

    private void awaitDone(String run) throws InterruptedException {
        String last = "";
        long moved = System.nanoTime();
        JsonNode now = year.officer.get(run).body();
        while (!now.path("state").asText().equals("DONE")) {
            if (!now.toString().equals(last)) {
                last = now.toString();
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > MOVES.toNanos()) {
                throw new IllegalStateException("the list does not go on: " + now);
            }
            Thread.sleep(200);
            now = year.officer.get(run).body();
        }
    }

    private long listedEvents() throws Exception {
        return year.stated("abnormal-listed")
                - year.credit("select count(*) from abnormal_entry where ground <> 'ABN_REPORT'");
    }

    /** The first of the late; both banks follow the same. */
    private int follow() throws Exception {
        String bizIds = script.late().stream().limit(MOST_FOLLOWED).collect(Collectors.joining("','"));
        List<String> codes = year.texts("select uscc from business where biz_id in ('" + bizIds + "')");
        for (FollowingBank bank : banks) {
            bank.follow(codes);
        }
        return codes.size() * banks.size();
    }

    void fileLate(int part, int parts) throws Exception {
        List<String> now = Script.part(script.late(), part, parts);
        year.figures.step("file late", () -> reports.late(now));
        left += now.size();
        year.figures.expect("still listed", open(), year.credit(OPEN));
        year.platformsSettle();
        year.figures.expectSoon(
                "changes that a bank has not acknowledged",
                0,
                MOVES,
                () -> year.credit("select count(*) from feed_entry where acknowledged_at is null"));
    }

    /** Entries that hold by the script. */
    int open() {
        return script.listed() - left;
    }

    /** The register hears of it by events. */
    void awaitRegister(int otherEntries) throws Exception {
        year.figures.expectSoon(
                "the register knows as listed",
                open() + otherEntries,
                MOVES,
                () -> year.registered("select count(*) from credit_standing where open_entries <> '[]'"));
    }

    /** Who is on the list, and what was stated of it. */
    void compare() throws Exception {
        year.figures.expect("on the list for a missing report", open(), year.credit(OPEN));
        year.figures.expect(
                "listed although every report is there",
                0,
                year.credit("select count(*) from abnormal_entry e"
                        + " join annual_report r on r.biz_id = e.biz_id and r.report_year = e.report_year"
                        + " where e.ground = 'ABN_REPORT' and e.open_key is not null"));
        year.figures.expect(
                "listed twice for one year",
                0,
                year.credit("select count(*) from (select biz_id from"
                        + " abnormal_entry group by biz_id, ground, report_year having count(*) > 1) t"));
        year.figures.expect(
                "events: removed",
                left
                        + year.credit("select count(*) from abnormal_entry"
                                + " where ground <> 'ABN_REPORT' and open_key is null"),
                year.stated("abnormal-removed"));
    }

    /** How long the acknowledgements of removals took, by the simulated time, which runs as fast as the real one. */
    void latencies() throws Exception {
        Map<String, Instant> filed = new HashMap<>(reports.filedLate());
        filed.keySet().removeAll(script.meanwhile());
        Acknowledged acknowledged = Acknowledged.read(year.target.creditUrl(), filed);
        acknowledged.lines().forEach(year.figures::note);
        year.figures.expect("late filers whose removal GSX did not acknowledge", 0, acknowledged.missing("GSX"));
        int unfollowed = Math.max(0, filed.size() - MOST_FOLLOWED);
        for (String bank : List.of("FI-620702-BANKA", "FI-620702-BANKB")) {
            year.figures.expect(
                    "late filers whose removal " + bank + " did not take", unfollowed, acknowledged.missing(bank));
        }
    }

    void publicationLasts() throws Exception {
        year.figures.expect("events: publication ended", 0, publicationsEnded());
    }

    void publicationEnds() throws Exception {
        year.figures.expectSoon("events: publication ended after 30 June", open(), MOVES, this::publicationsEnded);
        year.figures.expect("entries hold on", open(), year.credit(OPEN));
    }

    /** Everywhere: on Credit China alone it ended before. */
    private long publicationsEnded() throws Exception {
        return year.credit(
                "select count(*) from event_log where type = 'io.hutong.credit.abnormal-publication-ended.v1'"
                        + " and instr(convert(payload using utf8mb4), '\"channel\"') = 0");
    }

    private JsonNode post(String path, JsonNode body) throws InterruptedException {
        Api.Answer answer = year.officer.post(path, body, null);
        if (!answer.accepted()) {
            throw new IllegalStateException(path + " refused: " + answer.body());
        }
        return answer.body();
    }
}
