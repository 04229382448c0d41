package io.hutong.credit;

import io.hutong.testing.Register.Business;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An operator who applies for repair at the filing page, and an officer who works the application. */
final class RepairDesk {
    private static final Set<String> AGAINST_THE_BUSINESS = Set.of("NOT_ACCEPT", "REFUSE", "FIND_FALSE");

    private final Desk page = Desk.filingPage();
    private final Desk officer;

    RepairDesk(Desk officer) {
        this.officer = officer;
    }

    static String of(Business business) {
        return "/businesses/" + business.id() + "/repairs";
    }

    Response asks(Business business, String target, String record) {
        return page.post(of(business), request(target, record));
    }

    /** For an entry of 1 July, on which it has ended. */
    String granted(Business business) {
        String id = asks(business, "ABNORMAL_ENTRY", officer.unreachable(business, "2026-07-01"))
                .path("repairId");
        step(id, "ACCEPT").then().statusCode(200);
        grant(id, true, true).then().statusCode(200);
        return id;
    }

    /** With a reason where one is needed. */
    Response step(String id, String step) {
        return AGAINST_THE_BUSINESS.contains(step)
                ? step(id, step, "材料不齐")
                : officer.post("/repairs/" + id + "/steps", Map.of("step", step));
    }

    Response step(String id, String step, String reason) {
        return officer.post("/repairs/" + id + "/steps", Map.of("step", step, "reason", reason));
    }

    /** Having read that version of what a platform pushed. */
    Response accept(String id, int version) {
        return officer.post("/repairs/" + id + "/steps", Map.of("step", "ACCEPT", "version", version));
    }

    Response grant(String id, boolean fulfilled, boolean corrected) {
        return officer.post("/repairs/" + id + "/steps", granting(fulfilled, corrected));
    }

    Response grant(String id, int version) {
        Map<String, Object> step = new HashMap<>(granting(true, true));
        step.put("version", version);
        return officer.post("/repairs/" + id + "/steps", step);
    }

    private static Map<String, Object> granting(boolean fulfilled, boolean corrected) {
        return Map.of("step", "GRANT", "findings", Map.of("fulfilled", fulfilled, "corrected", corrected));
    }

    static Map<String, Object> request(String target, String id) {
        Map<String, Object> request = new HashMap<>();
        request.put("target", target);
        request.put("targetId", id);
        request.put("fulfilled", true);
        request.put("corrected", true);
        request.put("promised", true);
        return request;
    }
}
