package io.hutong.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.local.client.Polling;
import io.hutong.local.client.ServiceClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A business that did not file its reports is put on the abnormal operations list; its operator files them online, and the
 * register hears that the entry is gone (district notice, measure 22).
 */
final class LateReportDemo {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOUNDED = "2020-05-06";

    private final ServiceClient register;
    private final ServiceClient desk;
    private final ServiceClient page;

    LateReportDemo(ServiceClient register, ServiceClient desk, ServiceClient page) {
        this.register = register;
        this.desk = desk;
        this.page = page;
    }

    LateReportStory play(ObjectNode business) {
        String location = register.post("/businesses", business.put("establishedOn", FOUNDED))
                .location();
        String path = location.substring(location.indexOf("/businesses/"));
        JsonNode duties =
                Polling.until("reports of " + path, PATIENCE, () -> page.get(path + "/annual-reports"), any -> true);
        List<Integer> missing = missing(duties);
        missing.forEach(year -> desk.post(path + "/abnormal-entries", finding(year)));
        JsonNode listed = standing(path, true);
        long filed = System.nanoTime();
        page.post(path + "/annual-reports", reports(missing));
        JsonNode cleared = standing(path, false);
        return new LateReportStory(
                path.substring("/businesses/".length()), missing, listed, cleared, System.nanoTime() - filed);
    }

    /** What the register has heard of the list. */
    private JsonNode standing(String path, boolean listed) {
        return Polling.until(
                "credit standing of " + path,
                PATIENCE,
                () -> register.get(path + "/credit-standing"),
                view -> view.path("listed").isBoolean() && view.path("listed").asBoolean() == listed);
    }

    private static List<Integer> missing(JsonNode duties) {
        List<Integer> missing = new ArrayList<>();
        for (JsonNode duty : duties.path("items")) {
            if (duty.path("state").asText().equals("MISSING")) {
                missing.add(duty.path("year").asInt());
            }
        }
        return missing;
    }

    private static ObjectNode finding(int year) {
        return JSON.createObjectNode()
                .put("ground", "ABN_REPORT")
                .put("reportYear", year)
                .put("provenOn", (year + 1) + "-07-01");
    }

    private static ObjectNode reports(List<Integer> years) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode reports = body.putArray("reports");
        for (int year : years) {
            reports.addObject()
                    .put("year", year)
                    .put("published", true)
                    .putObject("content")
                    .put("turnover", "182000")
                    .put("taxPaid", "0")
                    .put("employees", "2")
                    .put("contactPhone", "0936-8210000");
        }
        return body;
    }
}
