package io.hutong.systemtests.agencies.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.hutong.systemtests.agencies.party.Actor;
import io.hutong.systemtests.agencies.party.Conduct;
import io.hutong.systemtests.agencies.party.Deed;
import io.hutong.systemtests.agencies.party.Fault;
import io.hutong.systemtests.agencies.party.Party;
import io.hutong.systemtests.agencies.party.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real HTTP: a bank with a client of its own, and the publicity system, which has none. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartyServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Actor bank = actor("FI-620702-BANK", "bank");
    private final Actor publicity = actor("GSX", null);
    private final Inbox received = new Inbox();
    private PartyServer server;

    @BeforeEach
    void open() throws IOException {
        server = PartyServer.start(
                0,
                List.of(new Member(bank, received), new Member(publicity, new Inbox())),
                (party, type, subject) -> new Deed(
                        Clock.systemUTC().instant(),
                        type,
                        subject,
                        Conduct.GOOD,
                        List.of(Reply.refused(party, 403, "foreign-source", ""))),
                client -> "token of " + client);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static Actor actor(String code, @Nullable String client) {
        return new Actor(new Party(code, "某方", client, Map.of(), new Party.Codes("0000", "9999")), Clock.systemUTC());
    }

    @Test
    void what_is_posted_is_kept_once_and_acknowledged_alike_however_often_it_comes() throws Exception {
        HttpResponse<String> first = post("k1", "{\"amountFen\": 1}");
        HttpResponse<String> again = post("k1", "{\"amountFen\": 1}");

        assertThat(first.statusCode()).isEqualTo(200);
        JsonNode acknowledged = JSON.readTree(first.body());
        assertThat(acknowledged.path("receipt").asText()).isEqualTo("FI-620702-BANK-k1");
        assertThat(acknowledged.path("key").asText()).isEqualTo("k1");
        assertThat(acknowledged.path("code").asText()).isEqualTo("0000");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(received.all()).singleElement().satisfies(kept -> {
            assertThat(kept.place()).isEqualTo("payment-orders/v1");
            assertThat(kept.contentType()).isEqualTo("application/json");
            assertThat(kept.body()).isEqualTo("{\"amountFen\": 1}");
            assertThat(kept.times()).isEqualTo(2);
        });
        JsonNode shown =
                JSON.readTree(send("GET", "/parties/FI-620702-BANK/inbox", null).body());
        assertThat(shown.path("items").path(0).path("times").asInt()).isEqualTo(2);
    }

    @Test
    void a_public_platform_shows_the_newest_version_of_each_notice_that_says_to_show() throws Exception {
        post("k1", notices("{\"noticeId\": \"a\", \"version\": 2, \"show\": true}"));
        post("k2", notices("{\"noticeId\": \"a\", \"version\": 1, \"show\": false}"));
        post("k3", notices("{\"noticeId\": \"b\", \"version\": 1, \"show\": true}"));
        post("k4", notices("{\"noticeId\": \"c\", \"version\": 1, \"show\": true}"));
        post("k5", notices("{\"noticeId\": \"c\", \"version\": 2, \"show\": false}"));
        assertThat(shown("")).containsExactly("a", "b");
        assertThat(shown("?limit=1")).containsExactly("a");
        assertThat(shown("?limit=1&after=a")).containsExactly("b");
    }

    private List<String> shown(String query) throws Exception {
        return JSON.readTree(send("GET", "/parties/FI-620702-BANK/inbox/shown" + query, null)
                        .body())
                .findValuesAsText("noticeId");
    }

    private static String notices(String notice) {
        return "{\"notices\": [" + notice + "]}";
    }

    @Test
    void a_key_that_stands_for_something_else_and_a_post_without_a_key_are_refused() throws Exception {
        post("k1", "{}");
        assertThat(post("k1", "{\"other\": true}").statusCode()).isEqualTo(422);
        assertThat(send("POST", "/parties/FI-620702-BANK/inbox", "{}").statusCode())
                .isEqualTo(400);
        assertThat(received.all()).hasSize(1);
    }

    @Test
    void a_wrong_code_says_that_it_was_not_taken() throws Exception {
        behave("WRONG_CODE");
        assertThat(JSON.readTree(post("k1", "{}").body()).path("code").asText()).isEqualTo("9999");
    }

    @Test
    void out_of_form_the_code_cannot_be_found() throws Exception {
        behave("WRONG_SCHEMA");
        HttpResponse<String> answer = post("k1", "{}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).has("code")).isFalse();
    }

    @Test
    void who_gives_no_answer_has_taken_it_all_the_same() throws Exception {
        behave("NO_ANSWER");
        assertThatThrownBy(() -> post("k1", "{}")).isInstanceOf(IOException.class);
        assertThat(received.all())
                .singleElement()
                .satisfies(kept -> assertThat(kept.times()).isEqualTo(1));
        behave("");
        assertThat(post("k1", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void who_is_late_answers_after_the_delay() throws Exception {
        send("PUT", "/parties/FI-620702-BANK/conduct", "{\"faults\": [\"LATE\"], \"delaySeconds\": 0.2}");
        long start = System.nanoTime();
        assertThat(post("k1", "{}").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void an_acknowledgement_that_is_posted_can_come_twice_and_under_another_receipt() throws Exception {
        List<String> posted = new CopyOnWriteArrayList<>();
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", call -> {
            try (call) {
                JsonNode body = JSON.readTree(call.getRequestBody());
                posted.add(call.getRequestHeaders().getFirst("Authorization") + " "
                        + call.getRequestHeaders().getFirst("Idempotency-Key") + " "
                        + body.path("receipt").asText() + " "
                        + body.path("code").asText());
                call.sendResponseHeaders(204, -1);
            }
        });
        service.start();
        try {
            String address = "http://127.0.0.1:" + service.getAddress().getPort() + "/acknowledgements";
            behave("TWICE");
            HttpResponse<String> answer =
                    http.send(posting("k1", "{}").header("Reply-To", address).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(202);
            String once = "Bearer token of bank FI-620702-BANK-k1 FI-620702-BANK-k1 0000";
            await("all three are posted")
                    .untilAsserted(() -> assertThat(posted)
                            .containsExactly(
                                    once,
                                    once,
                                    "Bearer token of bank FI-620702-BANK-k1-again FI-620702-BANK-k1-again 0000"));
            await("the deed is told")
                    .untilAsserted(() -> assertThat(bank.deeds())
                            .singleElement()
                            .satisfies(deed -> assertThat(deed.replies())
                                    .extracting(Reply::outcome)
                                    .containsOnly(Reply.Outcome.TAKEN)));
        } finally {
            service.stop(0);
        }
    }

    @Test
    void acknowledgements_are_posted_to_this_machine_only() throws Exception {
        HttpResponse<String> answer = http.send(
                posting("k1", "{}").header("Reply-To", "http://192.0.2.1/x").build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(bank.deeds()).isEmpty();
    }

    @Test
    void the_conduct_of_one_party_is_set_while_it_runs_and_shown_with_its_deeds() throws Exception {
        behave("LATE");
        assertThat(bank.conduct()).isEqualTo(Conduct.with(Fault.LATE));
        assertThat(publicity.conduct()).isEqualTo(Conduct.GOOD);
        post("k1", "{}");

        JsonNode items = JSON.readTree(send("GET", "/parties", null).body()).path("items");
        assertThat(items.path(0).path("code").asText()).isEqualTo("FI-620702-BANK");
        assertThat(items.path(0).path("conduct").path("faults").toString()).isEqualTo("[\"LATE\"]");
        assertThat(items.path(0).path("received").asInt()).isEqualTo(1);
        assertThat(items.path(0).path("deeds").path(0).path("what").asText()).isEqualTo("ACKNOWLEDGED");
        assertThat(items.path(1).path("code").asText()).isEqualTo("GSX");
        assertThat(items.path(1).path("deeds").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"faults\": [\"RUDE\"]}", "no json", "[]", ""})
    void what_is_no_conduct_changes_nothing(String body) throws Exception {
        behave("TWICE");
        assertThat(send("PUT", "/parties/FI-620702-BANK/conduct", body).statusCode())
                .isEqualTo(400);
        assertThat(bank.conduct()).isEqualTo(Conduct.with(Fault.TWICE));
    }

    @Test
    void a_party_can_be_told_to_state_something() throws Exception {
        HttpResponse<String> answer =
                send("POST", "/parties/GSX/statements", "{\"type\": \"t\", \"subject\": \"shop\"}");
        JsonNode deed = JSON.readTree(answer.body());
        assertThat(deed.path("what").asText()).isEqualTo("t");
        assertThat(deed.path("about").asText()).isEqualTo("shop");
        assertThat(deed.path("replies").path(0).path("id").asText()).isEqualTo("GSX");
        assertThat(deed.path("replies").path(0).path("status").asInt()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/parties/NOBODY", "/parties/GSX/wishes", "/elsewhere"})
    void there_is_nothing_else(String path) throws Exception {
        assertThat(send("GET", path, null).statusCode()).isEqualTo(404);
    }

    private void behave(String fault) throws Exception {
        String faults = fault.isEmpty() ? "[]" : "[\"" + fault + "\"]";
        assertThat(send("PUT", "/parties/FI-620702-BANK/conduct", "{\"faults\": " + faults + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> post(String key, String body) throws Exception {
        return http.send(posting(key, body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder posting(String key, String body) {
        return HttpRequest.newBuilder(server.url().resolve("/parties/FI-620702-BANK/inbox/payment-orders/v1"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.url().resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
