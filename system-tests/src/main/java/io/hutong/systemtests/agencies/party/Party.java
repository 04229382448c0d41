package io.hutong.systemtests.agencies.party;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A party outside the product, as {@code parties.yaml} describes it.
 *
 * @param client at the issuer; none for a party that only receives
 * @param says what it states or answers, by type of event, with places to fill in
 * @param codes with which it acknowledges what is posted to it
 */
public record Party(String code, String name, @Nullable String client, Map<String, JsonNode> says, Codes codes) {

    /** The code for what is taken, and the one for what is not. */
    public record Codes(String right, String wrong) {}

    public Party {
        says = Collections.unmodifiableMap(new LinkedHashMap<>(says));
    }

    static Party of(JsonNode described) {
        Map<String, JsonNode> says = new LinkedHashMap<>();
        described.path("says").properties().forEach(entry -> says.put(entry.getKey(), entry.getValue()));
        JsonNode codes = described.path("acknowledges");
        return new Party(
                described.required("code").asText(),
                described.required("name").asText(),
                described.hasNonNull("client") ? described.path("client").asText() : null,
                says,
                new Codes(codes.path("right").asText("OK"), codes.path("wrong").asText("REJECTED")));
    }

    /** The source that its events carry. */
    public String source() {
        return "/agencies/" + code;
    }
}
