package io.hutong.messaging.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.identity.BizId;
import io.hutong.messaging.outbox.HeadsPage;
import io.hutong.messaging.outbox.StreamPage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A source over HTTP, with this service's own token. */
final class HttpSource implements Source {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final String base;
    private final ServiceTokens tokens;
    private final HttpAnswers answers;

    HttpSource(URI base, ServiceTokens tokens, Duration timeout) {
        this.base = base.toString().replaceAll("/+$", "");
        this.tokens = tokens;
        this.answers = new HttpAnswers(timeout);
    }

    @Override
    public StreamPage stream(BizId bizId, long from, long to) {
        return get("/messaging/streams/" + bizId + "?from=" + from + "&to=" + to, StreamPage.class);
    }

    @Override
    public HeadsPage heads(long after, int limit) {
        return get("/messaging/heads?after=" + after + "&limit=" + limit, HeadsPage.class);
    }

    private <T> T get(String path, Class<T> type) {
        try {
            HttpResponse<byte[]> answer = answers.to(HttpRequest.newBuilder(URI.create(base + path))
                    .header("Authorization", "Bearer " + tokens.current())
                    .header("Accept", "application/json"));
            if (answer.statusCode() == 401) {
                tokens.forget();
            }
            if (answer.statusCode() != 200) {
                throw new IOException("the source answered " + answer.statusCode());
            }
            return JSON.readValue(answer.body(), type);
        } catch (IOException e) {
            throw new InfrastructureFailure("the source does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureFailure("interrupted while asking the source", e);
        }
    }
}
