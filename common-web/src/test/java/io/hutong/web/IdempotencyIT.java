package io.hutong.web;

import static io.hutong.web.Requests.as;
import static io.hutong.web.Requests.isProblem;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdempotencyIT {
    @Inject
    DataSource database;

    @Inject
    IdempotencyPurge purge;

    private final String key = UUID.randomUUID().toString();
    private final String name = UUID.randomUUID().toString();

    @Test
    void a_repeated_request_gets_the_same_answer_and_has_one_effect() throws SQLException {
        Response first = open("amr", name, "create");
        Response again = open("amr", name, "create");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.as(Map.class)).isEqualTo(Map.of("name", name));
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(again.header(header)).isNotNull().isEqualTo(first.header(header));
        }
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(count("stall", "name", name)).isEqualTo(1);
    }

    @Test
    void an_answer_without_a_body_is_repeated_too() {
        assertThat(open("amr", name, "accept").statusCode()).isEqualTo(202);
        Response again = open("amr", name, "accept");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.asString()).isEmpty();
    }

    @Test
    void one_key_does_not_serve_two_requests() throws SQLException {
        open("amr", name, "create");
        isProblem(open("amr", name + "-2", "create"), CommonProblems.IDEMPOTENCY_KEY_REUSED);
        assertThat(count("stall", "name", name + "-2")).isZero();
    }

    @Test
    void keys_of_two_clients_have_nothing_to_do_with_each_other() {
        assertThat(open("amr", name, "create").statusCode()).isEqualTo(201);
        Response other = open("amr-2", name + "-2", "create");
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void a_key_is_required_and_short() {
        var noKey = as("amr").contentType("application/json").body(body(name, "create"));
        isProblem(noKey.post("/stalls/idempotent"), CommonProblems.IDEMPOTENCY_KEY_REQUIRED);
        var longKey = as("amr")
                .contentType("application/json")
                .body(body(name, "create"))
                .header("Idempotency-Key", "k".repeat(129));
        isProblem(longKey.post("/stalls/idempotent"), CommonProblems.IDEMPOTENCY_KEY_REQUIRED);
    }

    @Test
    void a_refusal_has_no_effect_and_is_not_kept() throws SQLException {
        isProblem(open("amr", name, "fail"), CommonProblems.NOT_FOUND);
        assertThat(open("amr", name, "refuse").statusCode()).isEqualTo(409);
        assertThat(count("stall", "name", name)).isZero();
        assertThat(count("idempotency_key", "idem_key", key)).isZero();
        assertThat(open("amr", name, "create").statusCode()).isEqualTo(201);
    }

    @Test
    void a_collision_leaves_no_key_behind() throws SQLException {
        open("amr-2", name, "create");
        isProblem(open("amr", name, "create"), CommonProblems.CONCURRENT_CHANGE);
        assertThat(count("idempotency_key", "idem_key", key)).isEqualTo(1);
    }

    @Test
    void of_many_at_once_one_has_the_effect_and_all_get_its_answer() throws Exception {
        var together = new CyclicBarrier(8);
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Response>> sent = IntStream.range(0, 8)
                    .mapToObj(i -> supplyAsync(() -> openTogether(together), pool))
                    .toList();
            List<Response> answers = sent.stream().map(CompletableFuture::join).toList();
            assertThat(answers).extracting(Response::statusCode).containsOnly(201);
            assertThat(answers)
                    .filteredOn(answer -> answer.header("Idempotency-Replayed") == null)
                    .hasSize(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(count("stall", "name", name)).isEqualTo(1);
    }

    @Test
    void keys_are_forgotten_after_thirty_days_and_not_before() throws SQLException {
        insertAged(key + "-old", 30 * 24 + 1);
        insertAged(key + "-young", 30 * 24 - 1);
        purge.purge();
        assertThat(count("idempotency_key", "idem_key", key + "-old")).isZero();
        assertThat(count("idempotency_key", "idem_key", key + "-young")).isEqualTo(1);
    }

    private Response openTogether(CyclicBarrier together) {
        try {
            together.await();
            return open("amr", name, "create");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Response open(String client, String stall, String how) {
        return as(client)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body(stall, how))
                .post("/stalls/idempotent");
    }

    private static String body(String stall, String how) {
        return "{\"name\":\"" + stall + "\",\"how\":\"" + how + "\"}";
    }

    private void insertAged(String oldKey, int hours) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into idempotency_key"
                        + "(client_id, idem_key, operation, digest, created_at)"
                        + " values('amr', ?, 'x', repeat('0', 64), now(6) - interval ? hour)")) {
            insert.setString(1, oldKey);
            insert.setInt(2, hours);
            insert.executeUpdate();
        }
    }

    private int count(String table, String column, String value) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select count(*) from " + table + " where " + column + " = ?")) {
            select.setString(1, value);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
