package io.hutong.systemtests.agencies.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Data with places to fill in: {@code {today}} from a few words, {@code {/a/b}} from what was asked or received. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    private final Map<String, String> words;
    private final JsonNode asked;

    Template(Map<String, String> words, JsonNode asked) {
        this.words = Map.copyOf(words);
        this.asked = asked;
    }

    JsonNode filled(JsonNode template) {
        if (template instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), filled(member.getValue())));
            return copy;
        }
        if (template instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(filled(element)));
            return copy;
        }
        return template.isTextual() ? text(template.asText()) : template;
    }

    /** A place that stands alone keeps the type of what fills it. */
    private JsonNode text(String template) {
        Matcher place = PLACE.matcher(template);
        if (place.matches() && place.group(1).startsWith("/")) {
            return asked.at(place.group(1));
        }
        return TextNode.valueOf(place.replaceAll(found -> Matcher.quoteReplacement(value(found))));
    }

    private String value(MatchResult place) {
        String name = place.group(1);
        if (name.startsWith("/")) {
            return asked.at(name).asText();
        }
        String word = words.get(name);
        if (word == null) {
            throw new IllegalArgumentException("nothing to fill in for {" + name + "}");
        }
        return word;
    }
}
