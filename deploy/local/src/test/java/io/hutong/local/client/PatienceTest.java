package io.hutong.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatienceTest {
    private final Patience patience = new Patience(Duration.ofSeconds(20), Duration.ofMillis(10));
    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;
    private ServiceClient service;

    @BeforeEach
    void a_service() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service = new ServiceClient("http://127.0.0.1:" + server.getAddress().getPort(), () -> "token");
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void a_call_that_was_broken_off_is_sent_again() {
        answering(exchange -> {
            if (calls.incrementAndGet() < 3) {
                exchange.close();
            } else {
                status(exchange, 200);
            }
        });

        assertThat(patience.first(() -> service.get("/imports/1")).status()).isEqualTo(200);
        assertThat(calls).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void a_service_whose_database_is_away_is_asked_until_it_is_back() {
        answering(exchange -> status(exchange, calls.incrementAndGet() < 3 ? 503 : 200));

        assertThat(patience.next(() -> service.get("/imports/1")).status()).isEqualTo(200);
        assertThat(calls).hasValue(3);
    }

    @Test
    void a_refusal_is_told_at_once() {
        answering(exchange -> {
            calls.incrementAndGet();
            status(exchange, 422);
        });

        assertThatThrownBy(() -> patience.next(() -> service.get("/imports/1")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(422));
        assertThat(calls).hasValue(1);
    }

    @Test
    void a_service_that_is_not_there_from_the_beginning_is_not_waited_for() {
        isGone();

        assertThatThrownBy(() -> patience.first(() -> service.get("/imports/1")))
                .isInstanceOf(NoAnswer.class)
                .hasMessageContaining("./hutong up");
    }

    @Test
    void a_service_that_does_not_come_back_within_the_limit_is_given_up() {
        isGone();
        Patience little = new Patience(Duration.ofMillis(100), Duration.ofMillis(10));

        assertThatThrownBy(() -> little.next(() -> {
                    calls.incrementAndGet();
                    return service.get("/imports/1");
                }))
                .isInstanceOf(NoAnswer.class);
        assertThat(calls).hasValueGreaterThan(1);
    }

    private void isGone() {
        server.start();
        server.stop(0);
    }

    private interface Handling {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void answering(Handling handling) {
        server.createContext("/", handling::handle);
        server.start();
    }

    private static void status(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
