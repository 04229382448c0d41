package io.hutong.systemtests.agencies.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.systemtests.agencies.party.Message;
import io.hutong.systemtests.agencies.party.Party;
import java.time.Instant;
import java.util.List;

/** A CloudEvent for the exchange, in its JSON form. */
public record EventMessage(ObjectNode event) implements Message<EventMessage> {
    private static final String ANOTHER = "/agencies/AMR-620702";
    private static final String NOTHING = "01900000-0000-7000-8000-000000000000";

    public EventMessage {
        event = event.deepCopy();
    }

    /** What a party states about a business. */
    public static EventMessage of(Party party, String id, String type, String subject, JsonNode data) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", party.source())
                .put("type", type)
                .put("subject", subject);
        event.set("data", data);
        return new EventMessage(event);
    }

    /** The same as the answer to a question. */
    public EventMessage answering(String question) {
        return with("causationid", question);
    }

    EventMessage happened(Instant at) {
        return with("time", at.toString());
    }

    public String id() {
        return event.path("id").asText();
    }

    public String source() {
        return event.path("source").asText();
    }

    @Override
    public EventMessage renewed() {
        return with("id", id() + "-again");
    }

    /** In another agency's name; and to a question that nobody asked, or about a business that nobody knows. */
    @Override
    public List<EventMessage> withWrongCodes() {
        String about = event.has("causationid") ? "causationid" : "subject";
        return List.of(
                with("source", ANOTHER).with("id", id() + "-foreign"),
                with(about, NOTHING).with("id", id() + "-astray"));
    }

    /** The first field of the data stands under another name, as in a form of an earlier year. */
    @Override
    public EventMessage withWrongSchema() {
        ObjectNode other = event.deepCopy();
        ObjectNode data = (ObjectNode) other.path("data");
        String field = data.fieldNames().next();
        data.set(field + "Old", data.remove(field));
        return new EventMessage(other.put("id", id() + "-old"));
    }

    private EventMessage with(String attribute, String value) {
        return new EventMessage(event.deepCopy().put(attribute, value));
    }
}
