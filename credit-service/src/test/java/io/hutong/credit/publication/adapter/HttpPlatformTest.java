package io.hutong.credit.publication.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.Publication;
import io.hutong.credit.publication.Publication.Tries;
import io.hutong.credit.publication.PublicityPlatform.Answer;
import io.hutong.credit.publication.PublishedFact;
import io.hutong.identity.BizId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a platform may answer over HTTP, and how it learns who calls. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpPlatformTest {
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile String answer = "{}";

    @SuppressWarnings("NullAway.Init") // started before each test
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            try (call) {
                String given = call.getRequestHeaders().getFirst("Authorization");
                authorizations.add(given == null ? "" : given);
                call.getRequestBody().readAllBytes();
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                call.sendResponseHeaders(200, bytes.length);
                call.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1"})
    void the_code_that_means_taken_is_understood_as_a_text_and_as_a_number(String code) throws Exception {
        answer = "{\"code\": " + code + ", \"receipt\": \"R-7\"}";
        assertThat(platform(Optional.empty()).send(List.of(order()))).isEqualTo(new Answer.Acknowledged("R-7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7\""})
    void another_code_refuses_in_either_form(String code) throws Exception {
        answer = "{\"code\": " + code + "}";
        assertThat(platform(Optional.empty()).send(List.of(order()))).isEqualTo(new Answer.Refused("code 7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"code\": null}", "{\"code\": {}}", "{\"code\": [1]}", "[]"})
    void an_answer_without_code_is_none(String without) throws Exception {
        answer = without;
        assertThat(platform(Optional.empty()).send(List.of(order())))
                .isEqualTo(new Answer.NotReached("应答没有 code · the answer has no code"));
    }

    @Test
    void a_platform_that_asks_who_calls_is_told_with_each_call_and_another_is_not() throws Exception {
        answer = "{\"code\": 1, \"items\": []}";
        HttpPlatform asks = platform(Optional.of("Bearer a.b.c"));
        asks.send(List.of(order()));
        asks.shown(null);
        platform(Optional.empty()).send(List.of(order()));
        assertThat(authorizations).containsExactly("Bearer a.b.c", "Bearer a.b.c", "");
    }

    private HttpPlatform platform(Optional<String> authorization) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new HttpPlatform(url, new Connection(url, authorization), JSON);
    }

    private static Publication order() {
        var fact = new PublishedFact(
                UUID.fromString("019ab3c0-0000-7000-8000-00000000ab01"),
                FactKind.ABNORMAL_ENTRY,
                BizId.of("019ab3c0-0000-7000-8000-0000000000b1"),
                Map.of("ground", "ABN_REPORT"),
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2027, 6, 30));
        return new Publication("GSX", fact, true, 1, Instant.EPOCH, null, new Tries(0, null));
    }

    private record Connection(URI where, Optional<String> authorization) implements PlatformConnection {
        @Override
        public Optional<URI> url() {
            return Optional.of(where);
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public String takenCode() {
            return "1";
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(5);
        }
    }
}
