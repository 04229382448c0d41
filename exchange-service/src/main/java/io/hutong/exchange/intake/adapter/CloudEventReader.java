package io.hutong.exchange.intake.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.exchange.intake.Item;
import io.hutong.exchange.intake.LimitIntake;
import io.hutong.exchange.intake.ReadStatement;
import io.hutong.exchange.intake.Statement;
import io.hutong.exchange.intake.Statement.Circumstances;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads CloudEvents 1.0 as JSON (one, or a batch) and in HTTP's binary mode. Strict: what is guessed at the door is wrong later. */
@ApplicationScoped
class CloudEventReader implements ReadStatement {
    /** Differ when an event is sent again, and say nothing about it. */
    private static final Set<String> OF_THE_WAY = Set.of("traceparent", "tracestate", "datacontenttype");

    /** Attributes that the specification gives the form of a text; extensions may be numbers and truth values too. */
    private static final Set<String> TEXTS =
            Set.of("specversion", "id", "source", "type", "subject", "time", "dataschema", "datacontenttype");

    private final ObjectMapper json;
    private final LimitIntake limits;

    CloudEventReader(ObjectMapper json, LimitIntake limits) {
        this.json = json;
        this.limits = limits;
    }

    List<Item> batch(byte[] body) {
        if (!(tree(body) instanceof ArrayNode events)) {
            throw CloudEventAttributes.problem(
                    new Violation("", "cloudevents.batch", "批量须为 JSON 数组", "a batch is a JSON array"));
        }
        List<Item> items = new ArrayList<>();
        events.forEach(event -> items.add(structured(event)));
        return items;
    }

    Item structured(byte[] body) {
        return structured(tree(body));
    }

    /** @param attributes by their names, without {@code ce-}, the content type as {@code datacontenttype} */
    @Override
    public Item handle(Map<String, String> attributes, byte[] body) {
        var values = new TreeMap<>(attributes);
        return item(new CloudEventAttributes(values), values, () -> tree(body));
    }

    private Item structured(JsonNode event) {
        if (!(event instanceof ObjectNode object)) {
            return Item.refused(
                    null,
                    null,
                    CloudEventAttributes.problem(
                            new Violation("", "cloudevents.object", "事件须为 JSON 对象", "an event is a JSON object")));
        }
        var values = new TreeMap<String, String>();
        var attributes = new CloudEventAttributes(values);
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode value = member.getValue();
            if (member.getKey().equals("data") || member.getKey().equals("data_base64") || value.isNull()) {
                continue;
            }
            boolean plain = value.isBoolean() || (value.isIntegralNumber() && value.canConvertToInt());
            if (value.isTextual() || (plain && !TEXTS.contains(member.getKey()))) {
                values.put(member.getKey(), value.asText());
            } else if (TEXTS.contains(member.getKey())) {
                attributes.broken(member.getKey(), "value", "此属性须为文本", "this attribute is a text");
            } else {
                attributes.broken(
                        member.getKey(),
                        "value",
                        "属性值须为文本、布尔值或 32 位整数",
                        "attributes are texts, booleans or 32-bit integers");
            }
        }
        return item(attributes, values, () -> data(object));
    }

    private interface Data {
        JsonNode read();
    }

    private Item item(CloudEventAttributes attributes, Map<String, String> values, Data data) {
        try {
            attributes.check();
            Circumstances circumstances = attributes.circumstances();
            attributes.refuseBroken();
            return Item.of(statement(values, circumstances, data.read()));
        } catch (Problem refusal) {
            return Item.refused(attributes.get("source"), attributes.get("id"), refusal);
        }
    }

    private Statement statement(Map<String, String> values, Circumstances circumstances, JsonNode data) {
        if (!data.isObject()) {
            throw CloudEventAttributes.problem(
                    new Violation("/data", "cloudevents.data", "data 须为 JSON 对象", "data must be a JSON object"));
        }
        String content = JsonText.canonical(data, json);
        if (content.length() > limits.eventBytes()) {
            throw Problem.of(
                    CommonProblems.TOO_LARGE,
                    "一个事件的数据最多 " + limits.eventBytes() + " 字节。",
                    "The data of one event has at most " + limits.eventBytes() + " bytes.");
        }
        var attributes = new CloudEventAttributes(values);
        return new Statement(
                attributes.required("id"),
                attributes.required("source"),
                attributes.required("type"),
                attributes.required("subject"),
                circumstances,
                content,
                digest(values, content));
    }

    private JsonNode data(ObjectNode event) {
        JsonNode plain = event.get("data");
        JsonNode coded = event.get("data_base64");
        boolean hasPlain = plain != null && !plain.isNull();
        if (coded == null || coded.isNull()) {
            return hasPlain ? plain : event.missingNode();
        }
        if (hasPlain || !coded.isTextual()) {
            throw CloudEventAttributes.problem(new Violation(
                    "/data_base64",
                    "cloudevents.data",
                    "data 与 data_base64 只能有一个，后者须为文本",
                    "there is either data or data_base64, and the latter is a text"));
        }
        return tree(decoded(coded.asText()));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw CloudEventAttributes.problem(
                    new Violation("/data_base64", "cloudevents.data", "须为 Base64", "must be Base64"));
        }
    }

    private JsonNode tree(byte[] body) {
        try {
            JsonNode read = json.readTree(body);
            if (read != null && !read.isMissingNode()) {
                return read;
            }
        } catch (IOException noJson) {
            // told below, without its message, which quotes the body
        }
        throw Problem.of(
                CommonProblems.MALFORMED_BODY,
                "内容不是有效的 JSON（UTF-8，成员不重复）。",
                "This is no valid JSON (UTF-8, no member twice).");
    }

    private static String digest(Map<String, String> values, String content) {
        var text = new StringBuilder();
        new TreeMap<>(values).forEach((name, value) -> {
            if (!OF_THE_WAY.contains(name)) {
                text.append(name).append('\0').append(value).append('\0');
            }
        });
        text.append(content);
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static @Nullable String percentDecoded(String header) {
        byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
        var decoded = new java.io.ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.write(bytes[i]);
                continue;
            }
            if (i + 2 >= bytes.length
                    || Character.digit(bytes[i + 1], 16) < 0
                    || Character.digit(bytes[i + 2], 16) < 0) {
                return null;
            }
            decoded.write(Character.digit(bytes[i + 1], 16) * 16 + Character.digit(bytes[i + 2], 16));
            i += 2;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }
}
