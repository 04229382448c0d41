package io.hutong.credit;

import io.hutong.testing.Register.Business;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operator who objects at the filing page, and the officer who works the objection. */
final class ObjectionDesk {
    private final Desk officer;
    private final Desk page;

    ObjectionDesk(Desk officer, Desk page) {
        this.officer = officer;
        this.page = page;
    }

    static String of(Business business) {
        return "/businesses/" + business.id() + "/objections";
    }

    Response against(Business business, String target, String record) {
        return page.post(of(business), Map.of("target", target, "targetId", record, "statement", "公示的处罚金额不符"));
    }

    Response step(String id, String step) {
        return step(id, step, null);
    }

    Response step(String id, String step, @Nullable String answer) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("step", step);
        body.put("answer", answer);
        return officer.post("/objections/" + id + "/steps", body);
    }

    /** Taken up, and verified. */
    void findWrong(String id) {
        for (String step : List.of("ACCEPT", "FIND_WRONG")) {
            step(id, step).then().statusCode(200);
        }
    }

    /** By an objection that proves right the record is gone. */
    void proveRight(Business business, String target, String record) {
        String id = against(business, target, record).path("objectionId");
        findWrong(id);
        step(id, "CORRECT").then().statusCode(200);
    }
}
