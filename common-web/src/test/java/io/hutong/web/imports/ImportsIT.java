package io.hutong.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.web.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportsIT {
    @Inject
    DataSource database;

    private final String heap = UUID.randomUUID().toString();

    @Test
    void every_good_line_is_taken_and_every_bad_one_is_listed_with_its_number_and_reason() throws Exception {
        List<String> lines = lines(400);
        lines.set(10, heap + ",10,glass");
        lines.set(11, heap + ",11");
        lines.set(12, "\"" + heap + ",12,grey");
        lines.set(13, heap + ",13,\"gr");
        lines.set(14, "ey\"");
        lines.set(20, heap + ",20,sand");
        lines.set(399, heap + ",399,");

        String id = load(lines);
        Response done = finished(id);

        assertThat((int) done.path("lines")).isEqualTo(400);
        assertThat((int) done.path("taken")).isEqualTo(393);
        assertThat((int) done.path("refused")).isEqualTo(7);
        assertThat(pebbles()).isEqualTo(393);
        Response errors = as("amr").header("Accept-Language", "en").get("/pebbles/" + id + "/errors");
        assertThat(errors.<List<Integer>>path("items.line")).containsExactly(12, 13, 14, 15, 16, 22, 401);
        assertThat(errors.<List<String>>path("items.code"))
                .containsExactly(
                        "pebble.glass",
                        "csv.columns",
                        "csv.quotes",
                        "csv.quotes",
                        "csv.columns",
                        "pebble.sand",
                        "column.empty");
        assertThat(errors.<String>path("items[0].reason")).isEqualTo("glass is no pebble");
        assertThat(errors.<String>path("items[0].column")).isEqualTo("colour");
    }

    @Test
    void refused_lines_come_in_pages() throws Exception {
        List<String> lines =
                IntStream.range(0, 120).mapToObj(i -> heap + "," + i + ",glass").toList();
        String id = load(lines);
        finished(id);

        Response first = as("amr").queryParam("limit", 100).get("/pebbles/" + id + "/errors");
        Response second = as("amr")
                .queryParam("limit", 100)
                .queryParam("cursor", first.<String>path("next"))
                .get("/pebbles/" + id + "/errors");

        assertThat(first.<List<Integer>>path("items.line"))
                .hasSize(100)
                .startsWith(2)
                .endsWith(101);
        assertThat(second.<List<Integer>>path("items.line"))
                .hasSize(20)
                .startsWith(102)
                .endsWith(121);
        assertThat(second.<String>path("next")).isNull();
        assertThat(pebbles()).isZero();
    }

    @Test
    void a_step_that_fails_for_no_fault_of_a_line_is_done_again_without_doubling() throws Exception {
        List<String> lines = lines(200);
        lines.set(120, heap + ",120,slippery");
        Pebbles.STRIKES.set(3);

        Response done = finished(load(lines));

        assertThat((int) done.path("taken")).isEqualTo(200);
        assertThat((int) done.path("known")).isZero();
        assertThat(pebbles()).isEqualTo(200);
    }

    @Test
    void a_value_that_the_table_cannot_keep_is_set_aside_and_what_the_service_can_explain_is_refused_at_once()
            throws Exception {
        List<String> lines = lines(100);
        lines.set(30, heap + ",30,huge");
        lines.set(70, heap + ",70,undated");

        String id = load(lines);
        Response done = finished(id);

        assertThat((int) done.path("taken")).isEqualTo(98);
        assertThat(pebbles()).isEqualTo(98);
        Response errors = as("amr").get("/pebbles/" + id + "/errors");
        assertThat(errors.<List<Integer>>path("items.line")).containsExactly(32, 72);
        assertThat(errors.<List<String>>path("items.code")).containsExactly("line.failed", "pebble.undated");
    }

    @Test
    void a_line_that_always_fails_is_set_aside_and_the_others_are_taken() throws Exception {
        List<String> lines = lines(100);
        lines.set(70, heap + ",70,cursed");

        String id = load(lines);
        Response done = finished(id);

        assertThat((int) done.path("taken")).isEqualTo(99);
        assertThat(pebbles()).isEqualTo(99);
        Response errors = as("amr").get("/pebbles/" + id + "/errors");
        assertThat(errors.<List<Integer>>path("items.line")).containsExactly(72);
        assertThat(errors.<List<String>>path("items.code")).containsExactly("line.failed");
    }

    @Test
    void the_same_file_sent_again_is_the_same_import_and_another_file_with_known_lines_changes_nothing()
            throws Exception {
        List<String> lines = lines(100);
        String first = load(lines);
        finished(first);

        assertThat(load(lines)).isEqualTo(first);
        List<String> more = lines(100);
        more.add(heap + ",100,grey");
        Response other = finished(load(more));
        assertThat((int) other.path("known")).isEqualTo(100);
        assertThat((int) other.path("taken")).isEqualTo(1);
        assertThat(pebbles()).isEqualTo(101);
    }

    @Test
    void the_refused_lines_of_a_file_are_tried_again_when_it_comes_again_and_the_others_are_left_alone()
            throws Exception {
        List<String> lines = lines(300);
        lines.set(10, heap + ",10,late");
        lines.set(250, heap + ",250,late");
        lines.set(251, heap + ",251,glass");
        String id = load(lines);
        assertThat((int) finished(id).path("refused")).isEqualTo(3);
        removePebble("20");
        Pebbles.MOUNTAINS.add(heap);

        assertThat(load(lines)).isEqualTo(id);

        Response done = await("the lines to be taken")
                .atMost(Duration.ofMinutes(1))
                .until(() -> finished(id), view -> view.<Integer>path("refused") == 1);
        assertThat((int) done.path("lines")).isEqualTo(300);
        assertThat((int) done.path("taken")).isEqualTo(299);
        assertThat((int) done.path("known")).isZero();
        assertThat(pebbles()).isEqualTo(298);
        assertThat(as("amr").get("/pebbles/" + id + "/errors").<List<Integer>>path("items.line"))
                .containsExactly(253);
    }

    @Test
    void a_file_whose_first_line_does_not_name_the_columns_is_refused_whole() {
        Response refused = post("heap,pebble\n" + heap + ",1\n");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].code")).isEqualTo("csv.header");
    }

    @Test
    void columns_may_stand_in_any_order_and_windows_line_ends_and_a_byte_order_mark_are_understood() throws Exception {
        Response accepted = post("\ufeffcolour,heap,pebble\r\ngrey," + heap + ",\"1\"\r\n");

        assertThat((int) finished(accepted.path("importId")).path("taken")).isEqualTo(1);
        assertThat(pebbles()).isEqualTo(1);
    }

    @Test
    void another_service_s_import_or_none_is_not_found() {
        assertThat(as("amr").get("/pebbles/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private List<String> lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> heap + "," + i + ",grey").collect(Collectors.toList());
    }

    private static String load(List<String> lines) {
        Response accepted = post("heap,pebble,colour\n" + String.join("\n", lines) + "\n");
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(200);
        return accepted.path("importId");
    }

    private static Response post(String csv) {
        return as("amr")
                .contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/pebbles");
    }

    private static Response finished(String id) {
        return await("the import to end")
                .atMost(Duration.ofMinutes(1))
                .until(() -> as("amr").get("/pebbles/" + id), view -> "FINISHED".equals(view.<String>path("state")));
    }

    private int pebbles() throws SQLException {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement("select count(*) from pebble where heap = ?")) {
            count.setString(1, heap);
            try (var row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void removePebble(String pebble) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from pebble where heap = ? and pebble = ?")) {
            delete.setString(1, heap);
            delete.setString(2, pebble);
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }
    }

    private static RequestSpecification as(String client) {
        String token = ConfigProvider.getConfig().getValue("token." + client, String.class);
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }
}
