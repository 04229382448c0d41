package io.hutong.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The schemas of the AsyncAPI document that belong to no single event: envelope and key record. */
final class AsyncApiSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AsyncApiSchemas() {}

    static ObjectNode all() {
        ObjectNode schemas = NODES.objectNode();
        ObjectNode envelope = schemas.putObject("CloudEvent").put("type", "object");
        envelope.put("description", "CloudEvents 1.0 attributes in Kafka's binary mode, all as text in UTF-8.");
        ArrayNode required = envelope.putArray("required");
        for (ContractFiles.Row header : ContractFiles.table("envelope")) {
            ObjectNode form = Forms.of(header.get("form")).put("description", header.get("meaning"));
            envelope.withObject("/properties").set(header.get("header"), form);
            if (header.get("must").equals("y")) {
                required.add(header.get("header"));
            }
        }
        schemas.set("KeyRecord", keyRecordSchema());
        return schemas;
    }

    private static ObjectNode keyRecordSchema() {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("kid").put("type", "string").put("pattern", "^[a-z-]+:[0-9a-f-]{36}:[A-Z_]+$");
        properties.putObject("recipient").put("type", "string").put("pattern", "^[a-z-]+$");
        properties.putObject("alg").put("const", "RSA-OAEP-256+A256GCM");
        properties.putObject("wrapped").put("type", "string").put("pattern", "^[A-Za-z0-9_-]+$");
        properties.putObject("erased").put("const", true);
        schema.putArray("required").add("kid").add("recipient");
        ArrayNode forms = schema.putArray("oneOf");
        forms.addObject().putArray("required").add("alg").add("wrapped");
        forms.addObject().putArray("required").add("erased");
        return schema;
    }
}
