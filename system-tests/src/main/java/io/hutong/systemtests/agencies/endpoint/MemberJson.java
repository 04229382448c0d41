package io.hutong.systemtests.agencies.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.systemtests.agencies.party.Deed;
import io.hutong.systemtests.agencies.party.Reply;
import java.util.Collection;

/** Parties and what they did, as the control endpoint shows them. */
final class MemberJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MemberJson() {}

    static ObjectNode list(Collection<Member> members) {
        ObjectNode page = JSON.objectNode();
        ArrayNode items = page.putArray("items");
        members.forEach(member -> items.add(of(member)));
        return page;
    }

    static ObjectNode of(Member member) {
        ObjectNode json = JSON.objectNode()
                .put("code", member.actor().party().code())
                .put("name", member.actor().party().name());
        json.set("conduct", member.actor().conduct().toJson());
        json.put("received", member.inbox().all().size());
        ArrayNode deeds = json.putArray("deeds");
        member.actor().deeds().forEach(deed -> deeds.add(of(deed)));
        return json;
    }

    static ObjectNode of(Deed deed) {
        ObjectNode json = JSON.objectNode()
                .put("at", deed.at().toString())
                .put("what", deed.what())
                .put("about", deed.about());
        json.set("conduct", deed.conduct().toJson());
        ArrayNode replies = json.putArray("replies");
        deed.replies().forEach(reply -> replies.add(of(reply)));
        return json;
    }

    private static ObjectNode of(Reply reply) {
        return JSON.objectNode()
                .put("id", reply.id())
                .put("outcome", reply.outcome().name())
                .put("name", reply.name())
                .put("status", reply.status())
                .put("code", reply.code())
                .put("place", reply.place());
    }

    static ObjectNode of(Inbox inbox) {
        ObjectNode page = JSON.objectNode();
        ArrayNode items = page.putArray("items");
        inbox.all()
                .forEach(received -> items.addObject()
                        .put("key", received.key())
                        .put("place", received.place())
                        .put("contentType", received.contentType())
                        .put("body", received.body())
                        .put("at", received.at().toString())
                        .put("times", received.times()));
        return page;
    }
}
