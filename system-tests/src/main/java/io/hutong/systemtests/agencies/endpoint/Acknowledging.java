package io.hutong.systemtests.agencies.endpoint;

import com.sun.net.httpserver.HttpExchange;
import io.hutong.systemtests.agencies.party.Actor;
import io.hutong.systemtests.agencies.party.Channel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is posted to a party and acknowledges it as the party's conduct has it: in the answer itself, or, where the
 * sender names an address in {@code Reply-To}, by posting to it afterwards. One answer cannot come twice; a posted one can.
 */
final class Acknowledging {
    private static final int ACCEPTED = 202;

    private final Tokens tokens;
    private final Executor later;
    private final Clock clock;
    private final HttpClient http = HttpClient.newHttpClient();

    Acknowledging(Tokens tokens, Executor later, Clock clock) {
        this.tokens = tokens;
        this.later = later;
        this.clock = clock;
    }

    /** The answer to the post; none if the party does not answer. */
    Optional<Answer> post(HttpExchange call, Member member, String place) throws IOException, InterruptedException {
        String key = call.getRequestHeaders().getFirst("Idempotency-Key");
        if (key == null || key.isBlank()) {
            return Optional.of(Answer.problem(400, "Idempotency-Key is required"));
        }
        String contentType = call.getRequestHeaders().getFirst("Content-Type");
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<Received> received = member.inbox()
                .take(new Received(key, place, contentType == null ? "" : contentType, body, clock.instant(), 1));
        if (received.isEmpty()) {
            return Optional.of(Answer.problem(422, "the Idempotency-Key stands for something else"));
        }
        String replyTo = call.getRequestHeaders().getFirst("Reply-To");
        return replyTo == null
                ? atOnce(member.actor(), received.get())
                : afterwards(member.actor(), received.get(), URI.create(replyTo));
    }

    private Optional<Answer> atOnce(Actor actor, Received received) throws InterruptedException {
        List<Acknowledgement> said = new ArrayList<>();
        Channel<Acknowledgement> answer = messages -> {
            said.add(messages.get(0));
            return List.of();
        };
        actor.say("ACKNOWLEDGED", received.key(), Acknowledgement.of(actor.party(), received), answer);
        return said.stream().findFirst().map(only -> new Answer(200, only.body()));
    }

    private Optional<Answer> afterwards(Actor actor, Received received, URI address) throws IOException {
        if (address.getHost() == null
                || !InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
            return Optional.of(Answer.problem(422, "Reply-To is an address of this machine"));
        }
        Channel<Acknowledgement> posting = messages -> new CallBack(http, address, token(actor)).send(messages);
        later.execute(() -> {
            try {
                actor.say("ACKNOWLEDGED", received.key(), Acknowledgement.of(actor.party(), received), posting);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        });
        return Optional.of(new Answer(ACCEPTED, null));
    }

    private @Nullable String token(Actor actor) {
        String client = actor.party().client();
        return client == null ? null : tokens.of(client);
    }
}
