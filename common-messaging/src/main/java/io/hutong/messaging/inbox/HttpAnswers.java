package io.hutong.messaging.inbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whole answers or none: the client's own time-out ends with the headers, and the other side may fall silent later. */
final class HttpAnswers {
    private static final int BODY_FACTOR = 4;

    private final HttpClient http;
    private final Duration timeout;

    HttpAnswers(Duration timeout) {
        this.timeout = timeout;
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    HttpResponse<byte[]> to(HttpRequest.Builder request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.timeout(timeout).build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(timeout.toMillis() * BODY_FACTOR, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("no answer", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the answer did not end in time", e);
        } finally {
            answer.cancel(true);
        }
    }
}
