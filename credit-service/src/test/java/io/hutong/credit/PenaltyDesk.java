package io.hutong.credit;

import io.hutong.testing.Register.Business;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An officer who records penalties and puts businesses on the serious-violation list. */
final class PenaltyDesk {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** What these penalties are for, unless it is said otherwise. */
    static final String ADVERTISING = "AD-04";

    private final Desk officer;

    PenaltyDesk(Desk officer) {
        this.officer = officer;
    }

    Response records(Business business, Map<String, Object> decision) {
        return officer.post("/businesses/" + business.id() + "/penalties", decision);
    }

    String recorded(Business business, Map<String, Object> decision) {
        return records(business, decision).then().statusCode(201).extract().path("penaltyId");
    }

    /** A fine that is neither small nor huge, by ordinary procedure, shown from today. */
    String publishedFine(Business business, String decidedOn) {
        String id = recorded(business, fine(8000, decidedOn));
        publishes(id).then().statusCode(200);
        return id;
    }

    /** The same, for that kind of violation. */
    String publishedFineFor(String violation, Business business, String decidedOn) {
        Map<String, Object> decision = fine(8000, decidedOn);
        decision.put("violation", violation);
        String id = recorded(business, decision);
        publishes(id).then().statusCode(200);
        return id;
    }

    Response statesViolation(String penaltyId, String violation) {
        return officer.post("/penalties/" + penaltyId + "/violation", Map.of("violation", violation));
    }

    Response publishes(String penaltyId) {
        return officer.post("/penalties/" + penaltyId + "/publication", null);
    }

    Response withdraws(String penaltyId, String reason, String fellOn) {
        return officer.post("/penalties/" + penaltyId + "/withdrawal", Map.of("reason", reason, "fellOn", fellOn));
    }

    Response listsSeriously(Business business, String penaltyId, String decidedOn) {
        return officer.post("/businesses/" + business.id() + "/serious-entries", listing(penaltyId, decidedOn));
    }

    static Map<String, Object> listing(String penaltyId, String decidedOn) {
        return Map.of(
                "ground",
                "SAFETY",
                "penaltyId",
                penaltyId,
                "decisionNo",
                "甘市监严列字〔2026〕1号",
                "consentNo",
                "张市监复〔2026〕3号",
                "decidedOn",
                decidedOn);
    }

    static Map<String, Object> fine(int yuan, String decidedOn) {
        return decision("FINE", yuan, decidedOn);
    }

    static Map<String, Object> decision(String kind, int yuan, String decidedOn) {
        Map<String, Object> decision = new HashMap<>();
        decision.put("decisionNo", "甘市监处罚〔2026〕" + NUMBER.incrementAndGet() + "号");
        decision.put("kind", kind);
        decision.put("amount", yuan);
        decision.put("procedure", "ORDINARY");
        decision.put("repeated", false);
        decision.put("violation", ADVERTISING);
        decision.put("decidedOn", decidedOn);
        return decision;
    }
}
