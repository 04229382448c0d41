package io.hutong.systemtests.agencies.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.hutong.systemtests.agencies.party.Actor;
import io.hutong.systemtests.agencies.party.Channel;
import io.hutong.systemtests.agencies.party.Conduct;
import io.hutong.systemtests.agencies.party.Deed;
import io.hutong.systemtests.agencies.party.Fault;
import io.hutong.systemtests.agencies.party.Medium;
import io.hutong.time.LegalTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;

/** A party that says events: what {@code parties.yaml} has it say, filled in, by the medium of its present conduct. */
public final class Speaker {
    private static final int NUMBERS = 1_000_000_000;

    private final Actor actor;
    private final Map<Medium, Channel<EventMessage>> channels;
    private final Clock clock;

    public Speaker(Actor actor, Map<Medium, Channel<EventMessage>> channels, Clock clock) {
        this.actor = actor;
        this.channels = Map.copyOf(channels);
        this.clock = clock;
    }

    public Actor actor() {
        return actor;
    }

    boolean says(String type) {
        return actor.party().says().containsKey(type);
    }

    /** States something about a business on its own, in its time. */
    public Deed state(String type, String subject) throws InterruptedException {
        EventMessage message = message(UUID.randomUUID().toString(), type, subject, MissingNode.getInstance())
                .happened(clock.instant());
        return actor.say("STATED " + type, subject, message, channel(actor.conduct()));
    }

    /**
     * Answers a question, as the exchange shows it, with an event of this type. Who is late has done it in time and sends
     * it too late.
     */
    Deed answer(Conduct as, JsonNode question, String type) throws InterruptedException {
        String id = question.path("id").asText();
        EventMessage message = message(
                        "answer-" + id, type, question.path("bizId").asText(), question)
                .answering(id)
                .happened(as.has(Fault.LATE) ? inTime(question) : clock.instant());
        return actor.sayAs(as, "ANSWERED " + type, id, message, channel(as));
    }

    /** Noon of the last day, unless that is still to come. */
    private Instant inTime(JsonNode question) {
        Instant noon = LocalDate.parse(question.path("dueOn").asText())
                .atTime(LocalTime.NOON)
                .atZone(LegalTime.ZONE)
                .toInstant();
        return noon.isBefore(clock.instant()) ? noon : clock.instant();
    }

    private EventMessage message(String id, String type, String subject, JsonNode asked) {
        JsonNode data = actor.party().says().get(type);
        if (data == null) {
            throw new IllegalArgumentException(actor.party().code() + " does not say " + type);
        }
        String number = Integer.toString(Math.floorMod(id.hashCode(), NUMBERS));
        Map<String, String> words = Map.of("today", LegalTime.today(clock).toString(), "number", number);
        return EventMessage.of(actor.party(), id, type, subject, new Template(words, asked).filled(data));
    }

    private Channel<EventMessage> channel(Conduct as) {
        Channel<EventMessage> channel = channels.get(as.medium());
        if (channel == null) {
            throw new IllegalStateException(actor.party().code() + " has no such channel");
        }
        return channel;
    }
}
