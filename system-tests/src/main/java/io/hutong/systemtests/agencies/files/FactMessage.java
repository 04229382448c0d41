package io.hutong.systemtests.agencies.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.systemtests.agencies.party.Message;
import java.util.List;

/** One fact of the gate about a taxpayer, under the key that makes it known again. */
public record FactMessage(String key, String bizId, ObjectNode body) implements Message<FactMessage> {
    private static final String NOBODY = "01900000-0000-7000-8000-000000000000";

    public FactMessage {
        body = body.deepCopy();
    }

    public static FactMessage of(String key, String bizId, String item, String value) {
        return new FactMessage(
                key,
                bizId,
                JsonNodeFactory.instance.objectNode().put("item", item).put("value", value));
    }

    @Override
    public FactMessage renewed() {
        return new FactMessage(key + "-again", bizId, body);
    }

    /** An item that there is not; and a taxpayer that nobody knows. */
    @Override
    public List<FactMessage> withWrongCodes() {
        return List.of(
                new FactMessage(key + "-item", bizId, body.deepCopy().put("item", "NO_SUCH_ITEM")),
                new FactMessage(key + "-astray", NOBODY, body));
    }

    /** Without the field that says what is so. */
    @Override
    public FactMessage withWrongSchema() {
        ObjectNode other = body.deepCopy();
        other.remove("value");
        return new FactMessage(key + "-old", bizId, other);
    }
}
