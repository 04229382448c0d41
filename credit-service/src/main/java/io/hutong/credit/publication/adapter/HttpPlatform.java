package io.hutong.credit.publication.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.credit.publication.Publication;
import io.hutong.credit.publication.PublicityPlatform;
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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A platform that takes orders by HTTP and answers {@code {"code": …, "receipt": …}}, the code as a text or a number. */
final class HttpPlatform implements PublicityPlatform {
    private static final int PAGE = 1000;
    /** What says that the orders are wrong; any other error says that the platform cannot be used as it is. */
    private static final Set<Integer> WRONG_ORDERS = Set.of(400, 409, 413, 422);

    private final URI url;
    private final PlatformConnection connection;
    private final ObjectMapper json;
    private final HttpClient http;

    HttpPlatform(URI url, PlatformConnection connection, ObjectMapper json) {
        this.url = url;
        this.connection = connection;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connection.timeout())
                .build();
    }

    @Override
    public Answer send(List<Publication> orders) throws InterruptedException {
        try {
            NoticeJson.Batch batch = NoticeJson.Batch.of(orders);
            HttpResponse<String> answer = call(HttpRequest.newBuilder(below("/notices"))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", batch.key().toString())
                    .POST(BodyPublishers.ofString(json.writeValueAsString(batch))));
            return said(answer);
        } catch (JsonProcessingException unreadable) {
            return new Answer.NotReached("应答不是 JSON · the answer is no JSON");
        } catch (IOException nobodyThere) {
            return new Answer.NotReached("没有应答 · no answer");
        }
    }

    private Answer said(HttpResponse<String> answer) throws JsonProcessingException {
        int status = answer.statusCode();
        if (WRONG_ORDERS.contains(status)) {
            return new Answer.Refused("HTTP " + status);
        }
        if (status / 100 != 2) {
            return new Answer.NotReached("HTTP " + status);
        }
        JsonNode said = json.readTree(answer.body());
        JsonNode told = said.path("code");
        if (!told.isValueNode() || told.isNull()) {
            return new Answer.NotReached("应答没有 code · the answer has no code");
        }
        String code = told.asText();
        return code.equals(connection.takenCode())
                ? new Answer.Acknowledged(said.path("receipt").asText(""))
                : new Answer.Refused("code " + code);
    }

    @Override
    public Shown shown(@Nullable UUID after) throws InterruptedException, NotReachable {
        try {
            HttpResponse<String> answer = call(
                    HttpRequest.newBuilder(below("/shown?limit=" + PAGE + (after == null ? "" : "&after=" + after)))
                            .GET());
            if (answer.statusCode() != 200) {
                throw new NotReachable("HTTP " + answer.statusCode());
            }
            return items(json.readTree(answer.body()));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new NotReachable("未告知公示内容 · it did not tell what it shows");
        }
    }

    private static Shown items(JsonNode page) throws NotReachable {
        if (!page.path("items").isArray()) {
            throw new NotReachable("应答没有 items · the answer has no items");
        }
        List<Shown.Item> items = new ArrayList<>();
        for (JsonNode item : page.path("items")) {
            items.add(new Shown.Item(
                    UUID.fromString(item.path("noticeId").asText()),
                    item.path("version").asInt()));
        }
        return new Shown(items, Duration.ZERO);
    }

    private URI below(String path) {
        return URI.create(url + path);
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request) {
        connection.authorization().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    /** The client's own time limit ends with the headers; a platform may fall silent after them. */
    private HttpResponse<String> call(HttpRequest.Builder request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(authorized(request).timeout(connection.timeout()).build(), BodyHandlers.ofString());
        try {
            return answer.get(2 * connection.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IOException("no answer", failed.getCause());
        } catch (TimeoutException silent) {
            throw new IOException("the answer did not end in time", silent);
        } finally {
            answer.cancel(true);
        }
    }
}
