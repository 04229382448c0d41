package io.hutong.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One operator change as the register tells it afterwards.
 *
 * @param view the answer of {@code GET /operator-changes/{id}}
 */
public record Story(String name, String title, JsonNode view) {

    public String changeId() {
        return view.path("changeId").asText();
    }

    public String state() {
        return view.path("state").asText();
    }

    public JsonNode timeline() {
        return view.path("timeline");
    }

    /** When the register entered the change. */
    public Optional<Instant> registeredAt() {
        return instant(view.path("registeredAt").asText("")).or(() -> first("REGISTERED"));
    }

    /** When tax held the change, or held the clearance it was asked for. */
    public Optional<Instant> heldAt() {
        return first("HELD").or(() -> first("CLEARANCE_HELD"));
    }

    /** When the last hindrance went. */
    public Optional<Instant> releasedAt() {
        return first("RELEASED").or(() -> first("CLEARANCE_ISSUED"));
    }

    /** When the tax record showed the new operator. */
    public Optional<Instant> appliedAt() {
        return first("COMPLETED");
    }

    /** From the register's entry to the tax record. */
    public long millis() {
        return registeredAt()
                .flatMap(
                        from -> appliedAt().map(to -> Duration.between(from, to).toMillis()))
                .orElse(-1L);
    }

    public ObjectNode toJson(ObjectMapper mapper) {
        ObjectNode json = mapper.createObjectNode().put("changeId", changeId());
        put(json, "registeredAt", registeredAt());
        put(json, "heldAt", heldAt());
        put(json, "releasedAt", releasedAt());
        put(json, "appliedAt", appliedAt());
        json.put("millis", millis()).put("state", state());
        json.set("timeline", timeline());
        return json;
    }

    private static void put(ObjectNode json, String name, Optional<Instant> at) {
        at.ifPresentOrElse(instant -> json.put(name, instant.toString()), () -> json.putNull(name));
    }

    private Optional<Instant> first(String what) {
        for (JsonNode entry : timeline()) {
            if (entry.path("what").asText().equals(what)) {
                return instant(entry.path("at").asText(""));
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        return text.isEmpty() || text.equals("null") ? Optional.empty() : Optional.of(Instant.parse(text));
    }
}
