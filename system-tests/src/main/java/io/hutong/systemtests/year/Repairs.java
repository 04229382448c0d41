package io.hutong.systemtests.year;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.systemtests.load.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Applications for repair: those that are granted and finished everywhere, and those that the conditions refuse. */
final class Repairs {
    private static final Duration MOVES = Duration.ofSeconds(60);

    private final Year year;
    private final List<String> unreachable;
    private final Map<String, String> entryOf = new ConcurrentHashMap<>();
    private int granted;

    Repairs(Year year, Script script) {
        this.year = year;
        this.unreachable = script.unreachable();
    }

    /** Not found at their premises on 18 March. */
    void listUnreachable() throws Exception {
        year.figures.step(
                "listed as unreachable",
                () -> Year.each(unreachable, bizId -> {
                    JsonNode entry = accepted(
                            "/businesses/" + bizId + "/abnormal-entries",
                            Year.json().put("ground", "ABN_UNREACHABLE").put("provenOn", "2026-03-18"));
                    entryOf.put(bizId, entry.path("entryId").asText());
                }));
    }

    /** Asked on Wednesday 25 March: two working days to take it up by the rules before 1 April. */
    void byTheOlderRules() throws Exception {
        List<String> half = Script.part(unreachable, 0, 2);
        granted("found again: repaired by the older rules", half, "ABNORMAL_ENTRY", entryOf, "2026-03-27");
    }

    /** Asked on Thursday 2 April: three working days by Order 36, and the Qingming holiday lies between. */
    void byTheNewerRules() throws Exception {
        List<String> half = Script.part(unreachable, 1, 2);
        granted("found again: repaired by the newer rules", half, "ABNORMAL_ENTRY", entryOf, "2026-04-08");
    }

    /** Asked, taken up, granted on an officer's findings, and finished when every system has acknowledged. */
    void granted(String what, List<String> businesses, String target, Map<String, String> idOf, String acceptBy)
            throws Exception {
        year.figures.step(
                what,
                () -> Year.each(businesses, bizId -> {
                    JsonNode asked = ask(bizId, target, idOf);
                    if (!asked.path("dueOn").asText().equals(acceptBy)) {
                        year.figures.finding("to be taken up by " + acceptBy + ": " + asked);
                    }
                    String steps = "/repairs/" + asked.path("repairId").asText() + "/steps";
                    accepted(steps, Year.json().put("step", "ACCEPT"));
                    ObjectNode grant = Year.json().put("step", "GRANT");
                    grant.putObject("findings").put("fulfilled", true).put("corrected", true);
                    accepted(steps, grant);
                }));
        granted += businesses.size();
        year.figures.expectSoon(
                "repairs that every system has acknowledged",
                granted,
                MOVES,
                () -> year.credit("select count(*) from repair where finished_at is not null"));
    }

    /** Asked, and not taken up because of that condition. */
    void refused(String what, List<String> businesses, String target, Map<String, String> idOf, String condition)
            throws Exception {
        year.figures.step(
                what,
                () -> Year.each(businesses, bizId -> {
                    JsonNode asked = ask(bizId, target, idOf);
                    String steps = "/repairs/" + asked.path("repairId").asText() + "/steps";
                    Api.Answer answer = year.officer.post(steps, Year.json().put("step", "ACCEPT"), null);
                    boolean right = answer.body()
                            .path("violations")
                            .findValuesAsText("code")
                            .contains(condition);
                    if (answer.accepted() || !right) {
                        year.figures.finding("should not be taken up, " + condition + ": " + answer.body());
                    }
                    accepted(steps, Year.json().put("step", "NOT_ACCEPT").put("reason", "未到最短公示期限"));
                }));
    }

    private JsonNode ask(String bizId, String target, Map<String, String> idOf) throws InterruptedException {
        return said(year.page.post(
                "/businesses/" + bizId + "/repairs",
                Year.json()
                        .put("target", target)
                        .put("targetId", idOf.get(bizId))
                        .put("fulfilled", true)
                        .put("corrected", true)
                        .put("promised", true),
                null));
    }

    JsonNode accepted(String path, JsonNode body) throws InterruptedException {
        return said(year.officer.post(path, body, null));
    }

    private JsonNode said(Api.Answer answer) {
        if (!answer.accepted()) {
            year.figures.finding("refused: " + answer.body());
        }
        return answer.body();
    }
}
