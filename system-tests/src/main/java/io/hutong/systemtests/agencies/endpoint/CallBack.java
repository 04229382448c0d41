package io.hutong.systemtests.agencies.endpoint;

import io.hutong.systemtests.agencies.party.Channel;
import io.hutong.systemtests.agencies.party.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posts acknowledgements to the address that the sender named, the receipt as their key. */
final class CallBack implements Channel<Acknowledgement> {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final URI address;
    private final @Nullable String token;

    /** @param token of the party's client; null for a party that has none */
    CallBack(HttpClient http, URI address, @Nullable String token) {
        this.http = http;
        this.address = address;
        this.token = token;
    }

    @Override
    public List<Reply> send(List<Acknowledgement> messages) throws InterruptedException {
        List<Reply> replies = new ArrayList<>();
        for (Acknowledgement message : messages) {
            replies.add(post(message));
        }
        return replies;
    }

    private Reply post(Acknowledgement message) throws InterruptedException {
        String receipt = message.body().path("receipt").asText();
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", receipt)
                .POST(BodyPublishers.ofString(message.body().toString()));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<Void> answer = http.send(request.build(), BodyHandlers.discarding());
            int status = answer.statusCode();
            return status / 100 == 2
                    ? Reply.taken(receipt, "", status)
                    : Reply.refused(receipt, status, "call-back-refused", "");
        } catch (IOException nobodyThere) {
            return Reply.refused(receipt, 0, "no-answer", "");
        }
    }
}
