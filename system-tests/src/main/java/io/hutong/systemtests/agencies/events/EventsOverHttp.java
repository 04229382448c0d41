package io.hutong.systemtests.agencies.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.systemtests.agencies.party.Channel;
import io.hutong.systemtests.agencies.party.Reply;
import io.hutong.systemtests.load.Api;
import io.hutong.systemtests.load.Refused;
import java.util.ArrayList;
import java.util.List;

/** {@code POST /events} of the exchange, one event a request. */
public final class EventsOverHttp implements Channel<EventMessage> {
    private static final String STRUCTURED = "application/cloudevents+json";

    private final Api exchange;

    public EventsOverHttp(Api exchange) {
        this.exchange = exchange;
    }

    @Override
    public List<Reply> send(List<EventMessage> messages) throws InterruptedException {
        List<Reply> replies = new ArrayList<>();
        for (EventMessage message : messages) {
            replies.add(reply(message.id(), exchange.postAs("/events", STRUCTURED, message.event())));
        }
        return replies;
    }

    private static Reply reply(String id, Api.Answer answer) {
        JsonNode body = answer.body();
        if (!answer.accepted()) {
            return Reply.refused(id, answer.status(), Refused.code(body), Refused.places(body));
        }
        String name = body.path("eventId").asText();
        return body.path("status").asText().equals("duplicate")
                ? Reply.duplicate(id, name, answer.status())
                : Reply.taken(id, name, answer.status());
    }
}
