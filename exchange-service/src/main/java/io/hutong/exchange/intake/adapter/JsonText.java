package io.hutong.exchange.intake.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/** JSON with its members in the order of their names: the same content is the same text, however it was sent. */
final class JsonText {
    private JsonText() {}

    static String canonical(JsonNode json, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsString(sorted(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON can be written", e);
        }
    }

    private static JsonNode sorted(JsonNode json) {
        if (json instanceof ObjectNode object) {
            var members = new TreeMap<String, JsonNode>();
            object.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            ObjectNode copy = object.objectNode();
            members.forEach(copy::set);
            return copy;
        }
        if (json instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(sorted(element)));
            return copy;
        }
        return json;
    }
}
