package io.hutong.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A late report that repaired the credit record by itself.
 *
 * @param listed the register's credit standing while the business was on the list
 * @param cleared the same after its reports were filed
 * @param nanos from the filing until the register said so
 */
public record LateReportStory(String bizId, List<Integer> years, JsonNode listed, JsonNode cleared, long nanos) {
    public LateReportStory {
        years = List.copyOf(years);
    }

    public long millis() {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    public ObjectNode toJson(ObjectMapper mapper) {
        ObjectNode json = mapper.createObjectNode().put("bizId", bizId).put("millis", millis());
        years.forEach(json.putArray("years")::add);
        json.set("listed", listed);
        json.set("cleared", cleared);
        return json;
    }

    public String text() {
        StringBuilder text = new StringBuilder(
                "  late report · 补报年报，自动移出经营异常名录，登记簿随之更新 · filed late, off the abnormal list by itself\n");
        listed.path("openEntries")
                .forEach(entry -> text.append(String.format(
                        Locale.ROOT,
                        "    列入 · listed    %s  %s %s%n",
                        entry.path("decisionNo").asText(),
                        entry.path("ground").asText(),
                        entry.path("reportYear").asText())));
        text.append(
                String.format(Locale.ROOT, "    补报 · filed %s  报送→登记簿移出 · to the register %d ms%n", years, millis()));
        return text.toString();
    }
}
