package io.hutong.credit;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An officer who works applications for repair. */
final class RepairDesk {
    private static final Set<String> AGAINST_THE_BUSINESS = Set.of("NOT_ACCEPT", "REFUSE", "FIND_FALSE");

    private final Desk officer;

    RepairDesk(Desk officer) {
        this.officer = officer;
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
