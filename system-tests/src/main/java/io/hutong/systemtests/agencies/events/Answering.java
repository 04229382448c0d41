package io.hutong.systemtests.agencies.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.systemtests.agencies.party.Conduct;
import io.hutong.systemtests.agencies.party.Fault;
import io.hutong.systemtests.load.Api;
import io.hutong.time.LegalTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A party that looks what it is asked and answers. Each open question gets one answer per conduct: what was answered wrong
 * is answered again when the party behaves differently.
 */
public final class Answering {
    private final Speaker speaker;
    private final Api exchange;
    private final Clock clock;
    private final Map<String, Conduct> dealtWith = new HashMap<>();

    public Answering(Speaker speaker, Api exchange, Clock clock) {
        this.speaker = speaker;
        this.exchange = exchange;
        this.clock = clock;
    }

    /** Answers what is open and due to be answered. */
    public void look() throws InterruptedException {
        List<JsonNode> open = open();
        dealtWith.keySet().retainAll(open.stream().map(Answering::id).collect(Collectors.toSet()));
        Conduct conduct = speaker.actor().conduct();
        for (JsonNode question : open) {
            Optional<String> type = typeOfAnswer(question);
            boolean done = conduct.equals(dealtWith.get(id(question)));
            if (type.isPresent() && !done && due(question, conduct, clock)) {
                dealtWith.put(id(question), conduct);
                speaker.answer(conduct, question, type.get());
            }
        }
    }

    private List<JsonNode> open() throws InterruptedException {
        List<JsonNode> open = new ArrayList<>();
        String cursor = "";
        do {
            Api.Answer page = exchange.get("/questions?state=open&limit=200" + cursor);
            if (!page.accepted()) {
                throw new IllegalStateException("questions: " + page.status() + " " + page.body());
            }
            page.body().path("items").forEach(open::add);
            cursor = page.body().hasNonNull("next")
                    ? "&cursor=" + URLEncoder.encode(page.body().path("next").asText(), StandardCharsets.UTF_8)
                    : "";
        } while (!cursor.isEmpty());
        return open;
    }

    private Optional<String> typeOfAnswer(JsonNode question) {
        return StreamSupport.stream(question.path("answerTypes").spliterator(), false)
                .map(JsonNode::asText)
                .filter(speaker::says)
                .findFirst();
    }

    /** Who is late waits until the delay is over, or the last day if there is none. */
    static boolean due(JsonNode question, Conduct conduct, Clock clock) {
        if (!conduct.has(Fault.LATE)) {
            return true;
        }
        return conduct.delay().isZero()
                ? LegalTime.today(clock)
                        .isAfter(LocalDate.parse(question.path("dueOn").asText()))
                : !clock.instant()
                        .isBefore(
                                Instant.parse(question.path("askedAt").asText()).plus(conduct.delay()));
    }

    private static String id(JsonNode question) {
        return question.path("id").asText();
    }
}
