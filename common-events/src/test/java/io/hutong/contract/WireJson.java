package io.hutong.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.events.Sealed;
import io.hutong.identity.TextValue;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event as its wire form prescribes it, written independently of the codec that the services use. */
final class WireJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WireJson() {}

    static ObjectNode of(Record value) {
        ObjectNode object = NODES.objectNode();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object content = read(component, value);
            if (content != null) {
                object.set(component.getName(), node(content));
            }
        }
        return object;
    }

    private static JsonNode node(Object content) {
        if (content instanceof Sealed.Closed<?> sealed) {
            return closed(sealed);
        }
        if (content instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(item -> array.add(node(item)));
            return array;
        }
        if (content instanceof TextValue text) {
            return NODES.textNode(text.value());
        }
        return content instanceof Record nested ? of(nested) : scalar(content);
    }

    private static JsonNode scalar(Object content) {
        if (content instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (content instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (content instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (content instanceof String
                || content instanceof LocalDate
                || content instanceof Instant
                || content instanceof Enum<?>) {
            return NODES.textNode(content instanceof Enum<?> constant ? constant.name() : content.toString());
        }
        throw new IllegalArgumentException("no wire form for " + content.getClass());
    }

    private static ObjectNode closed(Sealed.Closed<?> sealed) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return NODES.objectNode()
                .put("kid", sealed.kid())
                .put("alg", sealed.alg())
                .put("iv", base64.encodeToString(sealed.iv()))
                .put("ct", base64.encodeToString(sealed.ct()));
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
