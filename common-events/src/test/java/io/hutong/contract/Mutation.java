package io.hutong.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One example spoiled in one place. */
record Mutation(String what, JsonNode spoiled) {
    private static final Set<String> SEALED = Set.of("kid", "alg", "iv", "ct");

    /** Every place of an example with another kind of value in it. */
    static List<Mutation> wrongKinds(JsonNode golden) {
        List<Mutation> mutations = new ArrayList<>();
        for (JsonPointer place : places(golden)) {
            mutations.add(
                    replaced(golden, place, golden.at(place).isTextual() ? IntNode.valueOf(7) : TextNode.valueOf("七")));
            mutations.add(
                    replaced(golden, place, golden.at(place).isBoolean() ? IntNode.valueOf(7) : BooleanNode.TRUE));
        }
        return mutations;
    }

    /** Every place of an example without its value. */
    static List<Mutation> missing(JsonNode golden) {
        return places(golden).stream()
                .filter(place -> golden.at(place.head()).isObject())
                .map(place -> removed(golden, place))
                .toList();
    }

    /** Every sealed place of an example with clear text in it, or beside what is sealed. */
    static List<Mutation> unsealed(JsonNode golden) {
        List<Mutation> mutations = new ArrayList<>();
        for (JsonPointer place : places(golden)) {
            if (sealed(golden.at(place))) {
                ObjectNode clear =
                        ContractFiles.JSON.createObjectNode().put("name", "赵一").put("residentId", "620702190001010013");
                mutations.add(replaced(golden, place, TextNode.valueOf("赵一")));
                mutations.add(replaced(golden, place, clear));
                ObjectNode beside = golden.at(place).deepCopy();
                mutations.add(replaced(golden, place, beside.setAll(clear)));
                ObjectNode otherAudience = golden.at(place).deepCopy();
                mutations.add(replaced(
                        golden,
                        place,
                        otherAudience.put("kid", otherAudience.path("kid").asText() + "_X")));
            }
        }
        return mutations;
    }

    static boolean sealed(JsonNode node) {
        return node.isObject()
                && node.properties().stream().map(Map.Entry::getKey).toList().containsAll(SEALED);
    }

    static List<JsonPointer> places(JsonNode node) {
        List<JsonPointer> places = new ArrayList<>();
        collect(node, JsonPointer.empty(), places);
        return places;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        node.properties().forEach(member -> {
            JsonPointer place = at.appendProperty(member.getKey());
            places.add(place);
            collect(member.getValue(), place, places);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(at.appendIndex(i));
            collect(node.path(i), at.appendIndex(i), places);
        }
    }

    private static Mutation replaced(JsonNode golden, JsonPointer place, JsonNode content) {
        JsonNode copy = golden.deepCopy();
        JsonNode owner = copy.at(place.head());
        if (owner instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), content);
        } else {
            ((ObjectNode) owner).set(place.last().getMatchingProperty(), content);
        }
        return new Mutation(place + " = " + content, copy);
    }

    private static Mutation removed(JsonNode golden, JsonPointer place) {
        JsonNode copy = golden.deepCopy();
        ((ObjectNode) copy.at(place.head())).remove(place.last().getMatchingProperty());
        return new Mutation(place + " missing", copy);
    }
}
