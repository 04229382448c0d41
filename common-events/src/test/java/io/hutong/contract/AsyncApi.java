package io.hutong.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.hutong.events.EventTypes;
import java.util.List;

/** Writes docs/asyncapi.yaml: the topics and messages of the contract in AsyncAPI 3.0. */
final class AsyncApi {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int PARTITIONS = 12;
    private static final long FOURTEEN_DAYS = 1_209_600_000L;
    static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(Feature.WRITE_DOC_START_MARKER, Feature.SPLIT_LINES)
            .enable(Feature.MINIMIZE_QUOTES, Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    private AsyncApi() {}

    static String text() {
        try {
            return "# Generated from common-events (see docs/events.md); do not edit.\n"
                    + YAML.writeValueAsString(document());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode document() {
        ObjectNode document = NODES.objectNode();
        document.put("asyncapi", "3.0.0");
        document.put("id", "urn:hutong:contract");
        document.set("info", info());
        document.put("defaultContentType", "application/json");
        document.putObject("servers").set("local", server());
        TopicRow.ALL.forEach(topic -> channel(document.withObject("/channels"), topic));
        TopicRow.ALL.forEach(topic -> operations(document.withObject("/operations"), topic));
        ObjectNode components = document.putObject("components");
        components.set("messages", messages());
        components.set("schemas", AsyncApiSchemas.all());
        return document;
    }

    private static ObjectNode info() {
        ObjectNode info = NODES.objectNode();
        info.put("title", "Hutong 互通");
        info.put("version", "0.1.0");
        info.put(
                "description",
                "Events by which agencies of a county carry changes of individual businesses to each other."
                        + " 县区各部门之间个体工商户变更信息的事件。");
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        return info;
    }

    private static ObjectNode server() {
        ObjectNode server = NODES.objectNode()
                .put("host", "127.0.0.1:18192")
                .put("protocol", "kafka")
                .put("description", "the broker that the local launcher starts");
        server.putArray("security")
                .addObject()
                .put("type", "plain")
                .put("description", "SASL; the account of a service, or reader for the topics of events");
        return server;
    }

    private static void channel(ObjectNode channels, TopicRow topic) {
        ObjectNode channel = channels.putObject(topic.topic());
        channel.put("address", topic.topic());
        channel.put("description", describe(topic));
        names(topic)
                .forEach(name -> channel.withObject("/messages").set(name, reference("#/components/messages/" + name)));
        ObjectNode kafka = channel.withObject("/bindings").putObject("kafka");
        kafka.put("topic", topic.topic());
        kafka.put("partitions", PARTITIONS);
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        if (topic.kind() == TopicRow.Kind.KEYS) {
            configuration.putArray("cleanup.policy").add("compact");
        } else {
            configuration.putArray("cleanup.policy").add("delete");
            configuration.put("retention.ms", FOURTEEN_DAYS);
        }
        kafka.put("bindingVersion", "0.5.0");
    }

    private static void operations(ObjectNode operations, TopicRow topic) {
        topic.producers().forEach(producer -> operation(operations, topic, producer, "send"));
        topic.readers().forEach(reader -> operation(operations, topic, reader, "receive"));
    }

    private static void operation(ObjectNode operations, TopicRow topic, String service, String action) {
        ObjectNode operation = operations.putObject(service + "." + action + "." + topic.topic());
        operation.put("action", action);
        operation.set("channel", reference("#/channels/" + topic.topic()));
        operation.put("summary", service + (action.equals("send") ? " writes " : " reads ") + topic.topic());
    }

    private static List<String> names(TopicRow topic) {
        return switch (topic.kind()) {
            case EVENTS ->
                EventTypes.all().stream()
                        .filter(type -> EventTypes.producer(type).equals(topic.producer()))
                        .toList();
            case KEYS -> List.of("key-record");
            case REJECTED -> List.of("rejected-record");
        };
    }

    private static String describe(TopicRow topic) {
        return switch (topic.kind()) {
            case EVENTS -> "What " + topic.producer() + " states, in order per business.";
            case KEYS -> "Data keys of sealed fields of " + topic.producer() + ", wrapped for each recipient.";
            case REJECTED ->
                "Records that " + String.join(" or ", topic.producers())
                        + " could not read as events of this contract.";
        };
    }

    private static ObjectNode messages() {
        ObjectNode messages = NODES.objectNode();
        EventTypes.all().forEach(type -> messages.set(type, event(type)));
        messages.set("key-record", keyRecord());
        messages.set("rejected-record", rejectedRecord());
        return messages;
    }

    private static ObjectNode event(String type) {
        ObjectNode message = NODES.objectNode();
        message.put("name", type);
        message.put(
                "title",
                EventTypes.classOf(type).orElseThrow().getSimpleName() + " "
                        + EventRow.of(type).term());
        message.put("summary", "Basis: " + EventRow.of(type).basis() + ".");
        ObjectNode own = NODES.objectNode().put("type", "object");
        constant(own, "ce_type", type);
        constant(own, "ce_source", "/" + EventTypes.producer(type));
        constant(own, "ce_dataschema", "urn:hutong:schema:" + type);
        message.putObject("headers")
                .putArray("allOf")
                .add(reference("#/components/schemas/CloudEvent"))
                .add(own);
        message.set("payload", reference("../common-events/src/main/resources/schemas/" + type + ".json"));
        kafkaKey(message, Forms.of("uuid").put("description", "the bizId"));
        return message;
    }

    private static ObjectNode keyRecord() {
        ObjectNode message = NODES.objectNode();
        message.put("name", "key-record").put("title", "Wrapped data key 数据密钥");
        message.put("summary", "A data key wrapped for one recipient, or the mark that it was erased for good.");
        message.set("payload", reference("#/components/schemas/KeyRecord"));
        kafkaKey(message, NODES.objectNode().put("type", "string").put("description", "kid/recipient"));
        return message;
    }

    private static ObjectNode rejectedRecord() {
        ObjectNode message = NODES.objectNode();
        message.put("name", "rejected-record").put("title", "Rejected record 拒收记录");
        message.put("summary", "Key, headers and bytes as they came, with the reason and who rejected them.");
        message.put("contentType", "application/octet-stream");
        ObjectNode headers = message.putObject("headers").put("type", "object");
        headers.putArray("required").add("reason").add("rejectedby").add("rejectedfrom");
        ObjectNode properties = headers.putObject("properties");
        properties.putObject("reason").put("type", "string");
        properties.putObject("rejectedby").put("type", "string").put("description", "the service that read it");
        properties.putObject("rejectedfrom").put("type", "string").put("description", "topic/partition/offset");
        message.putObject("payload").put("type", "string").put("format", "binary");
        return message;
    }

    private static void constant(ObjectNode schema, String header, String value) {
        schema.withObject("/properties").putObject(header).put("type", "string").put("const", value);
    }

    private static void kafkaKey(ObjectNode message, ObjectNode key) {
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.set("key", key);
        kafka.put("bindingVersion", "0.5.0");
    }

    private static ObjectNode reference(String target) {
        return NODES.objectNode().put("$ref", target);
    }
}
