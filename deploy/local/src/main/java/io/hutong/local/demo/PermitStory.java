package io.hutong.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * An event that an agency sent in, as the exchange and the register tell it afterwards.
 *
 * @param event the answer of {@code GET /events/{id}}
 * @param business the answer of {@code GET /businesses/{bizId}}
 */
public record PermitStory(JsonNode event, JsonNode business) {
    static final String REGISTER = "registration";

    /** Whether the register has said what it made of the event. */
    static boolean settled(JsonNode event) {
        return !settlement(event).isMissingNode();
    }

    public String eventId() {
        return event.path("eventId").asText();
    }

    /** From the exchange's acceptance to the register's entry. */
    public long millis() {
        return settlement(event).path("millis").asLong(-1);
    }

    public ObjectNode toJson(ObjectMapper mapper) {
        ObjectNode json = mapper.createObjectNode()
                .put("eventId", eventId())
                .put("bizId", event.path("bizId").asText())
                .put("acceptedAt", event.path("acceptedAt").asText())
                .put("appliedAt", settlement(event).path("at").asText())
                .put("millis", millis())
                .put("state", settlement(event).path("outcome").asText());
        json.set("permits", business.path("permits"));
        return json;
    }

    public String text() {
        StringBuilder text = new StringBuilder(
                "  permit · 住建部门送入许可，登记簿显示 · the housing department sends a permit in, the register shows it\n");
        text.append(String.format(
                Locale.ROOT,
                "    %s  %s  送入→登记 %d ms%n",
                eventId(),
                settlement(event).path("outcome").asText(),
                millis()));
        business.path("permits")
                .forEach(permit -> text.append(String.format(
                        Locale.ROOT,
                        "    %s %s%n",
                        permit.path("permitType").asText(),
                        permit.path("permitNo").asText())));
        return text.toString();
    }

    private static JsonNode settlement(JsonNode event) {
        for (JsonNode settlement : event.path("settlements")) {
            if (settlement.path("service").asText().equals(REGISTER)) {
                return settlement;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
}
