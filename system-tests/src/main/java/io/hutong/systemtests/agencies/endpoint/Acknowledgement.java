package io.hutong.systemtests.agencies.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.systemtests.agencies.party.Message;
import io.hutong.systemtests.agencies.party.Party;
import java.util.List;

/** What a party says to what it received: {@code {"receipt", "key", "code"}}, the same receipt to the same key. */
record Acknowledgement(ObjectNode body, String wrongCode) implements Message<Acknowledgement> {

    static Acknowledgement of(Party party, Received received) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("receipt", party.code() + "-" + received.key())
                .put("key", received.key())
                .put("code", party.codes().right())
                .put("receivedAt", received.at().toString());
        return new Acknowledgement(body, party.codes().wrong());
    }

    @Override
    public Acknowledgement renewed() {
        return with("receipt", body.path("receipt").asText() + "-again");
    }

    /** The code of a refusal. */
    @Override
    public List<Acknowledgement> withWrongCodes() {
        return List.of(with("code", wrongCode));
    }

    /** The code stands under another name. */
    @Override
    public Acknowledgement withWrongSchema() {
        ObjectNode other = body.deepCopy();
        other.set("codeOld", other.remove("code"));
        return new Acknowledgement(other, wrongCode);
    }

    private Acknowledgement with(String member, String value) {
        return new Acknowledgement(body.deepCopy().put(member, value), wrongCode);
    }
}
