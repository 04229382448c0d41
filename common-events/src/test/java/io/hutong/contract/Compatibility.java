package io.hutong.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what a reader of the released schema would notice in events of the present one, and what the present schema would
 * refuse of the events that are kept: both must be nothing, or the event needs a new major type.
 */
final class Compatibility {
    private static final List<String> EXACT = List.of("type", "pattern", "format", "const", "additionalProperties");
    private static final List<String> MAY_FALL = List.of("minLength", "minItems", "minimum");
    private static final List<String> MAY_RISE = List.of("maxLength", "maxItems", "maximum");

    private final JsonNode released;
    private final JsonNode present;
    private final List<String> breaks = new ArrayList<>();

    private Compatibility(JsonNode released, JsonNode present) {
        this.released = released;
        this.present = present;
    }

    static List<String> breaks(JsonNode released, JsonNode present) {
        Compatibility compatibility = new Compatibility(released, present);
        compatibility.compare("", released, present);
        return compatibility.breaks;
    }

    private void compare(String at, JsonNode releasedNode, JsonNode presentNode) {
        JsonNode before = resolved(released, releasedNode);
        JsonNode now = resolved(present, presentNode);
        for (String keyword : EXACT) {
            if (!Objects.equals(before.get(keyword), now.get(keyword))) {
                breaks.add(at + ": " + keyword + " changed");
            }
        }
        MAY_FALL.forEach(keyword -> limit(at, keyword, now, before));
        MAY_RISE.forEach(keyword -> limit(at, keyword, before, now));
        values(at, before.path("enum"), now.path("enum"));
        required(at, before, now);
        for (Map.Entry<String, JsonNode> property : before.path("properties").properties()) {
            String place = at + "/" + property.getKey();
            JsonNode same = now.path("properties").path(property.getKey());
            if (same.isMissingNode()) {
                breaks.add(place + ": property removed");
            } else {
                compare(place, property.getValue(), same);
            }
        }
        if (before.has("items")) {
            compare(at + "/*", before.path("items"), now.path("items"));
        }
    }

    /** A limit may become looser: {@code tight} is the value that must not exceed {@code loose}. */
    private void limit(String at, String keyword, JsonNode tight, JsonNode loose) {
        boolean upper = MAY_RISE.contains(keyword);
        double neutral = upper ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        if (tight.path(keyword).asDouble(neutral) > loose.path(keyword).asDouble(neutral)) {
            breaks.add(at + ": " + keyword + " narrowed");
        }
    }

    private void values(String at, JsonNode before, JsonNode now) {
        Set<String> removed = texts(before);
        removed.removeAll(texts(now));
        if (!removed.isEmpty()) {
            breaks.add(at + ": values removed " + removed);
        }
        Set<String> added = texts(now);
        added.removeAll(texts(before));
        if (!added.isEmpty()) {
            breaks.add(at + ": values that earlier readers do not know " + added);
        }
    }

    private void required(String at, JsonNode before, JsonNode now) {
        Set<String> added = texts(now.path("required"));
        added.removeAll(texts(before.path("required")));
        if (!added.isEmpty()) {
            breaks.add(at + ": newly required " + added);
        }
        Set<String> relaxed = texts(before.path("required"));
        relaxed.removeAll(texts(now.path("required")));
        if (!relaxed.isEmpty()) {
            breaks.add(at + ": no longer required, but earlier readers count on " + relaxed);
        }
    }

    private static JsonNode resolved(JsonNode root, JsonNode node) {
        JsonNode at = node;
        Set<String> seen = new HashSet<>();
        while (at.has("$ref") && seen.add(at.path("$ref").asText())) {
            at = root.at(at.path("$ref").asText().substring(1));
        }
        return at;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
