package io.hutong.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.EntityType;
import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestTokens;
import io.hutong.testing.TopicReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RegistrationServers
class ImportIT {
    private static final String HEADER = "uscc,name,entityType,establishedOn,registrarDivision,registrarName,"
            + "premisesDivision,premisesText,scopeItems,industrySection,industryClass,onlineOnly,operatorName,"
            + "operatorResidentId,operatorResidence,operatorPhone,operatorBirthDate,familyMembers,status";

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    private final Clerk clerk = Clerk.atTheCounter();
    private final int first = 1000 * Clerk.number();

    @Test
    void good_lines_are_loaded_and_each_bad_one_is_told_with_its_reason() {
        List<String> lines = new ArrayList<>(lines(0, 60));
        lines.set(4, lines.get(4).replace(uscc(4), "92620702PDY000028M"));
        lines.set(9, lines.get(9).replace("H,6210", "X,62"));
        lines.set(19, lines.get(19).replace("（个体工商户）", ""));
        lines.set(29, "\"an open quote");
        lines.set(39, lines.get(38));
        lines.set(49, lines.get(49).replace("2019-05-31", "2099-05-31"));
        JsonPath done = finished(load(lines));

        assertThat(done.getInt("taken")).isEqualTo(54);
        assertThat(done.getInt("refused")).as(done.prettify()).isEqualTo(5);
        assertThat(done.getInt("known")).isEqualTo(1);
        Map<Integer, String> errors = new TreeMap<>();
        List<Map<String, Object>> told = clerk.get("/imports/" + done.getString("importId") + "/errors")
                .jsonPath()
                .getList("items");
        told.forEach(error -> errors.put((Integer) error.get("line"), (String) error.get("code")));
        assertThat(errors.keySet()).containsExactly(6, 11, 21, 31, 51);
        assertThat(errors)
                .containsEntry(6, "uscc.check")
                .containsEntry(11, "industry.form")
                .containsEntry(21, "name.form")
                .containsEntry(51, "date.future");
        assertThat(told.toString()).doesNotContain(Clerk.person(first).value());
    }

    @Test
    void the_same_file_is_the_same_import_and_a_business_is_loaded_once_by_its_code() {
        List<String> lines = lines(100, 10);
        JsonPath done = finished(load(lines));
        assertThat(load(lines).<String>path("importId")).isEqualTo(done.getString("importId"));

        List<String> more = new ArrayList<>(lines);
        more.addAll(lines(110, 5));
        JsonPath second = finished(load(more));
        assertThat(second.getInt("known")).isEqualTo(10);
        assertThat(second.getInt("taken")).isEqualTo(5);
        Response found = clerk.get("/businesses?uscc=" + uscc(100));
        assertThat(found.jsonPath().getList("items")).hasSize(1);
        assertThat(found.<Integer>path("items[0].version")).isEqualTo(1);
        assertThat(found.<String>path("items[0].establishedOn")).isEqualTo("2019-05-31");
    }

    @Test
    void a_load_whose_worker_died_goes_on_where_it_was() throws SQLException {
        String importId;
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            try (var claim = other.prepareStatement("insert into business_name values('620702', ?, 'somebody')")) {
                claim.setString(1, name(320).replace('（', '(').replace('）', ')'));
                claim.executeUpdate();
            }
            importId = load(lines(200, 150)).path("importId");
            await("two steps are done")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> view(importId).getInt("lines") == 100);
            try (Connection killer = database.connect();
                    var kill = killer.prepareStatement("update file_import set owner = 'dead',"
                            + " until_at = utc_timestamp(6) - interval 1 hour where import_id = ?")) {
                kill.setString(1, importId);
                assertThat(kill.executeUpdate()).isEqualTo(1);
            }
            other.rollback();
        }
        JsonPath done = finished(importId);
        assertThat(done.getInt("lines")).isEqualTo(150);
        assertThat(done.getInt("taken")).isEqualTo(150);
        assertThat(clerk.request()
                        .queryParam("namePrefix", "张掖市甘州区载" + first)
                        .queryParam("limit", 200)
                        .get("/businesses")
                        .jsonPath()
                        .getList("items"))
                .hasSize(150);
    }

    @Test
    void a_loaded_business_is_on_its_stream_and_in_the_canonical_export() {
        finished(load(lines(400, 3)));
        Map<String, Object> business =
                clerk.get("/businesses?uscc=" + uscc(401)).jsonPath().getMap("items[0]");
        String bizId = String.valueOf(business.get("bizId"));
        try (TopicReader topic = TopicReader.of("registration.events")) {
            await("the opening is sent")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> topic.of(BizId.of(bizId)).size() == 1);
            assertThat(new String(topic.of(BizId.of(bizId)).get(0).body(), UTF_8))
                    .contains("\"initialLoad\":true");
        }
        String export =
                Clerk.with(TestTokens.of("operator")).get("/exports/canonical").asString();
        assertThat(export.lines().filter(line -> line.contains(uscc(401))))
                .singleElement()
                .asString()
                .startsWith("{\"bizId\":\"" + bizId + "\",\"entityType\":\"" + EntityType.INDIVIDUAL_FAMILY);
        assertThat(export.lines().toList()).isSorted();
    }

    @Test
    void a_file_of_another_kind_is_refused_at_its_first_line() {
        Response refused = clerk.request()
                .contentType("text/csv")
                .body("a,b\n1,2\n".getBytes(UTF_8))
                .post("/imports");
        assertThat(refused.statusCode()).isEqualTo(422);
    }

    private Response load(List<String> lines) {
        String file = HEADER + "\n" + String.join("\n", lines) + "\n";
        Response accepted = clerk.request("load-" + file.hashCode())
                .contentType("text/csv")
                .body(file.getBytes(UTF_8))
                .post("/imports");
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        assertThat(accepted.header("Location")).endsWith("/imports/" + accepted.path("importId"));
        return accepted;
    }

    private JsonPath finished(Response accepted) {
        return finished(accepted.<String>path("importId"));
    }

    private JsonPath finished(String importId) {
        await("the import is finished")
                .atMost(Duration.ofSeconds(60))
                .until(() -> view(importId).getString("state").equals("FINISHED"));
        return view(importId);
    }

    private JsonPath view(String importId) {
        return clerk.get("/imports/" + importId).jsonPath();
    }

    private List<String> lines(int from, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            lines.add(String.join(
                    ",",
                    uscc(i),
                    name(i),
                    "INDIVIDUAL_FAMILY,2019-05-31,620702,张掖市甘州区市场监督管理局,620702001001",
                    i + "号,H6210-01:餐饮服务;F5211-01:日用百货销售,H,6210,false",
                    "试载" + i,
                    Clerk.person(first + i).value(),
                    "\"某街道,1号\",10012345678,1970-01-01",
                    "试员|" + Clerk.person(500_000 + first + i).value(),
                    "ACTIVE"));
        }
        return lines;
    }

    private String name(int i) {
        return "张掖市甘州区载" + first + "第" + i + "号面馆（个体工商户）";
    }

    private String uscc(int i) {
        return UnifiedSocialCreditCode.synthetic(Clerk.COUNTY, (first + i) % 90_000 + 1)
                .value();
    }
}
