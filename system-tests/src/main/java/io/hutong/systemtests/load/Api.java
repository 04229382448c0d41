package io.hutong.systemtests.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client as an integrator would write it: every request carries an Idempotency-Key and is repeated with the same key
 * until there is a definite answer.
 */
public final class Api {

    /** A definite answer, whether it was given before to the same key, and how many tries it took. */
    public record Answer(
            int status, JsonNode body, @Nullable String etag, boolean replayed, int tries) {
        public boolean accepted() {
            return status / 100 == 2;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Who decides where an officer must be named. */
    private static final String OFFICER = "LOAD-1";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI base;
    private final Supplier<String> tokens;
    private final Duration patience;
    private final AtomicReference<@Nullable String> token = new AtomicReference<>();

    /** @param patience how long it asks again before it gives up */
    public Api(URI base, Supplier<String> tokens, Duration patience) {
        this.base = base;
        this.tokens = tokens;
        this.patience = patience;
    }

    public Answer post(String path, JsonNode body, @Nullable String ifMatch) throws InterruptedException {
        return post(path, UUID.randomUUID().toString(), body, ifMatch);
    }

    /** Posts under a key of the caller's choice. */
    public Answer postUnder(String key, String path, JsonNode body) throws InterruptedException {
        return post(path, key, body, null);
    }

    private Answer post(String path, String key, JsonNode body, @Nullable String ifMatch) throws InterruptedException {
        return untilDefinite(() -> {
            HttpRequest.Builder request = request(path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofString(body.toString()));
            if (ifMatch != null) {
                request.header("If-Match", ifMatch);
            }
            return request.build();
        });
    }

    /** Posts what is idempotent by itself, in a media type of its own. */
    public Answer postAs(String path, String mediaType, JsonNode body) throws InterruptedException {
        return postText(path, mediaType, body.toString());
    }

    /** The same for what is no JSON. */
    public Answer postText(String path, String mediaType, String body) throws InterruptedException {
        return untilDefinite(() -> request(path)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    public Answer get(String path) throws InterruptedException {
        return untilDefinite(() -> request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(15))
                .header("Officer", OFFICER)
                .header("Authorization", "Bearer " + currentToken());
    }

    private String currentToken() {
        String known = token.get();
        if (known != null) {
            return known;
        }
        String fresh = tokens.get();
        token.set(fresh);
        return fresh;
    }

    private Answer untilDefinite(Supplier<HttpRequest> request) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (int tries = 1; ; tries++) {
            try {
                HttpResponse<String> response = http.send(request.get(), BodyHandlers.ofString());
                JsonNode body = JSON.readTree(response.body());
                if (definite(response.statusCode(), body)) {
                    return new Answer(
                            response.statusCode(),
                            body,
                            response.headers().firstValue("ETag").orElse(null),
                            response.headers()
                                    .firstValue("Idempotency-Replayed")
                                    .isPresent(),
                            tries);
                }
            } catch (IOException | IssuerAway tryAgain) {
                // no answer is no news about the token
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no definite answer in " + patience);
            }
            Thread.sleep(Math.min(50L * tries, 1000));
        }
    }

    /** 401 may mean that the issuer's key is not known again yet; a lost lock, 5xx and 429 say try again. */
    private boolean definite(int status, JsonNode body) {
        if (status == 401) {
            token.set(null);
        }
        boolean lostLock = body.path("type").asText().endsWith(":concurrent-change");
        return status < 500 && status != 401 && status != 429 && !lostLock;
    }

    /** The issuer did not give a token just now. */
    public static final class IssuerAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public IssuerAway(Throwable cause) {
            super(cause);
        }
    }
}
