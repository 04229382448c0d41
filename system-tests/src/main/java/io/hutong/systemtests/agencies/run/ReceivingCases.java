package io.hutong.systemtests.agencies.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.systemtests.agencies.party.Conduct;
import io.hutong.systemtests.agencies.party.Fault;
import io.hutong.systemtests.agencies.party.Party;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** A party is sent something, as a service would send it, and acknowledges it in every way that is wrong. */
final class ReceivingCases implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DELAY = Duration.ofMillis(300);

    private final Scene scene;
    private final Promises promises;
    private final Party party;
    private final HttpClient http = HttpClient.newHttpClient();

    ReceivingCases(Scene scene, Promises promises, String party) {
        this.scene = scene;
        this.promises = promises;
        this.party = scene.simulator().actor(party).party();
    }

    @Override
    public void run() {
        keep("acknowledges", this::acknowledges);
        keep("TWICE", this::twice);
        keep("LATE", this::late);
        keep("WRONG_CODE", () -> {
            JsonNode body = acknowledged(Conduct.with(Fault.WRONG_CODE));
            Promises.same("code", party.codes().wrong(), body.path("code").asText());
            return "code " + body.path("code").asText();
        });
        keep("WRONG_SCHEMA", () -> {
            JsonNode body = acknowledged(Conduct.with(Fault.WRONG_SCHEMA));
            Promises.same("a code", false, body.has("code"));
            return "no code";
        });
        keep("NO_ANSWER", this::noAnswer);
    }

    private void keep(String fault, Promises.Story story) {
        promises.keep(party.code() + " receives, " + fault, story);
    }

    private String acknowledges() throws Exception {
        String key = UUID.randomUUID().toString();
        scene.behave(party.code(), Conduct.GOOD);
        HttpResponse<String> first = post(key, "{\"amountFen\": 500000}", null);
        HttpResponse<String> again = post(key, "{\"amountFen\": 500000}", null);
        JsonNode body = JSON.readTree(first.body());
        Promises.same("code", party.codes().right(), body.path("code").asText());
        Promises.same("the receipt of a repetition", first.body(), again.body());
        Promises.same(
                "status of something else under the key",
                422,
                post(key, "{}", null).statusCode());
        Promises.same("times", 2, times(key));
        return "code " + party.codes().right() + ", the same receipt for a repetition";
    }

    private String twice() throws Exception {
        try (MailBox mailBox = MailBox.open()) {
            scene.behave(party.code(), Conduct.with(Fault.TWICE));
            String key = UUID.randomUUID().toString();
            Promises.same("status", 202, post(key, "{}", mailBox.url()).statusCode());
            String receipt = party.code() + "-" + key;
            String expected = "[" + receipt + ", " + receipt + ", " + receipt + "-again]";
            Scene.await("the posted acknowledgements", () -> mailBox.receipts().toString(), expected::equals);
            return "posted twice, and once under another receipt";
        }
    }

    private String late() throws Exception {
        long start = System.nanoTime();
        JsonNode body = acknowledged(Conduct.with(Fault.LATE).after(DELAY));
        long millis = (System.nanoTime() - start) / 1_000_000;
        Promises.same("code", party.codes().right(), body.path("code").asText());
        Promises.same("later than the delay", true, millis >= DELAY.toMillis());
        return "after " + millis + " ms";
    }

    private String noAnswer() throws Exception {
        scene.behave(party.code(), Conduct.with(Fault.NO_ANSWER));
        String key = UUID.randomUUID().toString();
        try {
            HttpResponse<String> answer = post(key, "{}", null);
            throw new Promises.Broken("answered " + answer.statusCode());
        } catch (IOException noAnswer) {
            Promises.same("times", 1, times(key));
        }
        scene.behave(party.code(), Conduct.GOOD);
        Promises.same("status of a repetition", 200, post(key, "{}", null).statusCode());
        Promises.same("times", 2, times(key));
        return "kept without a word; acknowledged when it came again";
    }

    private JsonNode acknowledged(Conduct conduct) throws IOException, InterruptedException {
        scene.behave(party.code(), conduct);
        HttpResponse<String> answer = post(UUID.randomUUID().toString(), "{}", null);
        Promises.same("status", 200, answer.statusCode());
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String key, String body, @org.jspecify.annotations.Nullable String replyTo)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(scene.control(party.code(), "inbox/notices"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
        if (replyTo != null) {
            request.header("Reply-To", replyTo);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private int times(String key) {
        return scene.simulator().inbox(party.code()).all().stream()
                .filter(received -> received.key().equals(key))
                .mapToInt(received -> received.times())
                .sum();
    }
}
