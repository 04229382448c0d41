package io.hutong.systemtests.year;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.systemtests.load.Refused;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Penalties of six kinds, before and after the rules of 1 April 2026: small fines that end by themselves, warnings that are not
 * shown, older and newer fines that are repaired, grave ones with an entry in the serious list, and some that are annulled.
 */
final class Penalties {
    private static final int KINDS = 6;
    private static final Duration MOVES = Duration.ofSeconds(30);

    private final Year year;
    private final Repairs repairs;
    private final List<String> small;
    private final List<String> warned;
    private final List<String> older;
    private final List<String> annulled;
    private final List<String> newer;
    private final List<String> grave;
    private final Map<String, String> penaltyOf = new ConcurrentHashMap<>();
    private final Map<String, String> seriousOf = new ConcurrentHashMap<>();

    Penalties(Year year, Script script, Repairs repairs) {
        this.year = year;
        this.repairs = repairs;
        small = Script.part(script.penalised(), 0, KINDS);
        warned = Script.part(script.penalised(), 1, KINDS);
        older = Script.part(script.penalised(), 2, KINDS);
        annulled = Script.part(script.penalised(), 3, KINDS);
        newer = Script.part(script.penalised(), 4, KINDS);
        grave = Script.part(script.penalised(), 5, KINDS);
    }

    /** Decided on 15 January. */
    void smallOnesAndWarnings() throws Exception {
        decide("small fines, published", small, "FINE", "3000", "2026-01-15");
        publish(small);
        decide("warnings", warned, "WARNING", "0", "2026-01-15");
        year.figures.step(
                "a warning is not published",
                () -> Year.each(warned, bizId -> {
                    var answer =
                            year.officer.post("/penalties/" + penaltyOf.get(bizId) + "/publication", Year.json(), null);
                    if (!Refused.code(answer.body()).equals("penalty-not-shown")) {
                        year.figures.finding("a warning was published: " + answer.body());
                    }
                }));
    }

    /** Decided on 10 February, by the rules before 1 April. */
    void olderFines() throws Exception {
        decide("fines by the older rules, published", older, "FINE", "50000", "2026-02-10");
        publish(older);
        decide("fines that will fall, published", annulled, "FINE", "50000", "2026-02-10");
        publish(annulled);
        year.expectShown("PENALTY", small.size() + older.size() + annulled.size());
    }

    /** On 25 March no six months are over. */
    void askTooEarly() throws Exception {
        repairs.refused("repair of a fine asked too early is refused", older, "PENALTY", penaltyOf, "too-early");
    }

    /** Decided on 20 April, by the new rules. */
    void newerFines() throws Exception {
        decide("fines by the newer rules, published", newer, "FINE", "50000", "2026-04-20");
        publish(newer);
    }

    /** Decided on 10 May; with the upper authority's consent also on the serious list. */
    void graveOnesAndAnnulled() throws Exception {
        decide("business limited, published", grave, "BUSINESS_LIMITED", "0", "2026-05-10");
        publish(grave);
        year.figures.step(
                "put on the serious list",
                () -> Year.each(grave, bizId -> {
                    JsonNode entry = repairs.accepted(
                            "/businesses/" + bizId + "/serious-entries",
                            Year.json()
                                    .put("ground", "QUALITY")
                                    .put("penaltyId", penaltyOf.get(bizId))
                                    .put("decisionNo", "甘市监严列字〔2026〕" + number(bizId))
                                    .put("consentNo", "张市监同意〔2026〕" + number(bizId))
                                    .put("decidedOn", "2026-05-11"));
                    seriousOf.put(bizId, entry.path("entryId").asText());
                }));
        year.figures.step(
                "annulled on reconsideration, withdrawn",
                () -> Year.each(annulled, bizId -> {
                    repairs.accepted(
                            "/penalties/" + penaltyOf.get(bizId) + "/withdrawal",
                            Year.json().put("reason", "ANNULLED").put("fellOn", "2026-05-11"));
                }));
        state("small fines whose three months are over", "TERM_OVER", small.size());
        state("annulled", "ANNULLED", annulled.size());
        weighed("2021.1", small.size() + warned.size() + older.size() + annulled.size());
        weighed("2026.1", newer.size() + grave.size());
        year.expectShown("PENALTY", older.size() + newer.size() + grave.size());
        year.expectShown("SERIOUS_ENTRY", grave.size());
    }

    /** On 20 August the shortest periods of older (six months) and newer (three months) fines are over, of grave ones not. */
    void repair() throws Exception {
        repairs.granted("fines repaired", concat(older, newer), "PENALTY", penaltyOf, "2026-08-25");
        repairs.refused("a grave penalty is not repaired in its first year", grave, "PENALTY", penaltyOf, "too-early");
        repairs.refused("nor is its entry in the serious list", grave, "SERIOUS_ENTRY", seriousOf, "too-early");
        state("repaired", "REPAIRED", older.size() + newer.size());
        year.figures.expect("events: penalty published", shownOnce(), year.stated("penalty-published"));
    }

    /** What no rule has ended and nobody repaired. */
    void compare() throws Exception {
        year.expectShown("PENALTY", grave.size());
        year.expectShown("SERIOUS_ENTRY", grave.size());
    }

    private int shownOnce() {
        return small.size() + older.size() + annulled.size() + newer.size() + grave.size();
    }

    private void decide(String what, List<String> businesses, String kind, String amount, String on) throws Exception {
        year.figures.step(
                what,
                () -> Year.each(businesses, bizId -> {
                    JsonNode penalty = repairs.accepted(
                            "/businesses/" + bizId + "/penalties",
                            Year.json()
                                    .put("decisionNo", "甘市监处罚〔2026〕" + number(bizId))
                                    .put("kind", kind)
                                    .put("amount", new BigDecimal(amount))
                                    .put("procedure", "ORDINARY")
                                    .put("repeated", false)
                                    .put("violation", "AD-04")
                                    .put("decidedOn", on));
                    penaltyOf.put(bizId, penalty.path("penaltyId").asText());
                }));
    }

    private void publish(List<String> businesses) throws Exception {
        Year.each(
                businesses,
                bizId -> repairs.accepted("/penalties/" + penaltyOf.get(bizId) + "/publication", Year.json()));
    }

    private void state(String what, String state, int expected) throws Exception {
        year.figures.expectSoon(
                what, expected, MOVES, () -> year.credit("select count(*) from penalty where state = '" + state + "'"));
    }

    private void weighed(String version, int expected) throws Exception {
        year.figures.expect(
                "weighed by the rules of " + version,
                expected,
                year.credit("select count(*) from penalty where rule_set like '%" + version + "'"));
    }

    private static String number(String bizId) {
        return bizId.substring(bizId.length() - 8) + "号";
    }

    private static List<String> concat(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
