package io.hutong.registration;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RegistrationServers
class TwoClerksIT {
    private static final int CLERKS = 6;
    private static final ExecutorService POOL = Executors.newFixedThreadPool(CLERKS);

    private final Clerk clerk = Clerk.atTheCounter();
    private final int number = Clerk.number();

    @AfterAll
    static void end() {
        POOL.shutdownNow();
    }

    @Test
    void of_many_changes_to_one_version_one_wins_and_the_others_are_told_the_new_version() {
        String bizId = clerk.open(Clerk.aShop(number));
        List<Response> answers = atOnce(i -> clerk.post(
                "/businesses/" + bizId + "/changes", Map.of("premises", List.of(Clerk.place("抢" + i + "号"))), 1));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 201).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(412);
            assertThat(answer.jsonPath().getLong("currentVersion")).isEqualTo(2);
            assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        });
        assertThat(clerk.get("/businesses/" + bizId + "/history").jsonPath().getList("items"))
                .hasSize(2);
    }

    @Test
    void of_many_openings_under_one_name_one_wins() {
        List<Response> answers = atOnce(i -> {
            Map<String, Object> shop = new HashMap<>(Clerk.aShop(Clerk.number()));
            shop.put("name", Clerk.businessName(number));
            return clerk.post("/businesses", shop);
        });

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).hasSize(CLERKS - 1);
    }

    @Test
    void without_the_version_that_was_read_nothing_is_changed() {
        String bizId = clerk.open(Clerk.aShop(number));
        Response without =
                clerk.post("/businesses/" + bizId + "/changes", Map.of("premises", List.of(Clerk.place("9号"))));
        assertThat(without.statusCode()).isEqualTo(428);
        assertThat(clerk.version(bizId)).isEqualTo(1);
    }

    @Test
    void the_same_request_sent_at_once_by_one_impatient_client_changes_once() {
        String bizId = clerk.open(Clerk.aShop(number));
        String key = "impatient-" + bizId;
        List<Response> answers = atOnce(i -> clerk.request(key)
                .header("If-Match", "\"1\"")
                .body(Map.of("premises", List.of(Clerk.place("急"))))
                .post("/businesses/" + bizId + "/changes"));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream()
                        .map(answer -> answer.<String>path("changeId"))
                        .distinct())
                .hasSize(1);
        assertThat(clerk.version(bizId)).isEqualTo(2);
    }

    private static List<Response> atOnce(IntFunction<Response> request) {
        CyclicBarrier together = new CyclicBarrier(CLERKS);
        List<CompletableFuture<Response>> sent = IntStream.range(0, CLERKS)
                .mapToObj(i -> supplyAsync(
                        () -> {
                            try {
                                together.await();
                            } catch (Exception broken) {
                                throw new IllegalStateException(broken);
                            }
                            return request.apply(i);
                        },
                        POOL))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }
}
