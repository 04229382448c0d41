package io.hutong.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.hutong.local.parts.UserMistake;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** REST calls to one service in the name of one agency. */
public final class ServiceClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Who decides in the demonstration where an officer must be named. */
    private static final String OFFICER = "620702-0017";

    private final String url;
    private final Supplier<String> token;
    private final HttpClient http = HttpClient.newHttpClient();

    public ServiceClient(String url, Supplier<String> token) {
        this.url = url;
        this.token = token;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, JsonNode body) {
        return send(posting(path, body));
    }

    /** A change of a business at the version that the caller saw. */
    public Answer post(String path, JsonNode body, String etag) {
        return send(posting(path, body).header("If-Match", etag));
    }

    /** Puts a document at the version that the caller saw, or a new one without. */
    public Answer put(String path, JsonNode body, String etag) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body.toString()));
        return send(etag.isEmpty() ? request : request.header("If-Match", etag));
    }

    /** States an event (CloudEvents, structured). */
    public Answer state(JsonNode event) {
        return send(request("/events")
                .header("Content-Type", "application/cloudevents+json")
                .POST(BodyPublishers.ofString(event.toString())));
    }

    /** Streams a file; the same key makes a repeated upload continue instead of counting twice. */
    public Answer upload(String path, Path csv, String idempotencyKey) {
        try {
            return send(request(path)
                    .timeout(Duration.ofHours(1))
                    .header("Content-Type", "text/csv")
                    .header("Idempotency-Key", idempotencyKey)
                    .POST(BodyPublishers.ofFile(csv)));
        } catch (FileNotFoundException e) {
            throw new UserMistake("没有这个文件 · no such file: " + csv);
        }
    }

    private HttpRequest.Builder posting(String path, JsonNode body) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        URI target = path.startsWith("http") ? URI.create(path) : URI.create(url + path);
        return HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json")
                .header("Officer", OFFICER)
                .header("Authorization", "Bearer " + token.get());
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new Refusal(request.method(), request.uri().toString(), answer.statusCode(), answer.body());
            }
            JsonNode body = answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
            return new Answer(answer.statusCode(), body, header(answer, "Location"), header(answer, "ETag"));
        } catch (ConnectException e) {
            throw NoAnswer.nobodyListens(url);
        } catch (IOException e) {
            throw NoAnswer.brokenOff(request.uri().toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
