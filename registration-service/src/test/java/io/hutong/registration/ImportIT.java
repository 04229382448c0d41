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
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
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
    private final int first = 5000 * Clerk.number();

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
        assertThat(told.get(0)).containsEntry("column", "uscc");
        assertThat(errors)
                .containsEntry(6, "uscc.check")
                .containsEntry(11, "industry.form")
                .containsEntry(21, "name.form")
                .containsEntry(51, "date.future");
        assertThat(told.toString()).doesNotContain(Clerk.person(first).value());
    }

    @Test
    void a_file_of_two_thousand_with_a_hundred_broken_lines_loads_the_rest_and_lists_exactly_these() {
        List<byte[]> lines = new ArrayList<>();
        lines(1100, 2000).forEach(line -> lines.add(line.getBytes(UTF_8)));
        Map<Integer, String> wrong = new TreeMap<>();
        for (int i = 0; i < 100; i++) {
            int place = 10 + 19 * i;
            Wrong way = Wrong.values()[i % Wrong.values().length];
            lines.set(place, way.of(new String(lines.get(place), UTF_8), new String(lines.get(place - 1), UTF_8)));
            wrong.put(place + 2, way.code);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((HEADER + "\n").getBytes(UTF_8));
        lines.forEach(line -> {
            file.writeBytes(line);
            file.write('\n');
        });

        JsonPath done = finished(load(file.toByteArray()));

        assertThat(done.getInt("taken")).isEqualTo(1900);
        assertThat(done.getInt("refused")).isEqualTo(100);
        Map<Integer, String> told = new TreeMap<>();
        clerk.get("/imports/" + done.getString("importId") + "/errors?limit=200")
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .forEach(error -> told.put((Integer) error.get("line"), String.valueOf(error.get("code"))));
        assertThat(told).isEqualTo(wrong);
    }

    /** A way to break a line, and the reason that must be told. */
    private enum Wrong {
        CHECK("uscc.check", (line, before) -> "9" + line.charAt(0) + line.substring(2)),
        CODE_TWICE(
                "uscc-taken",
                (line, before) -> before.substring(0, 18) + line.substring(18).replace("2019-05-31", "2018-05-31")),
        NAME_TWICE("name-taken", (line, before) -> line.replace(line.split(",")[1], before.split(",")[1])),
        DIVISION("division.unknown", (line, before) -> line.replace("620702001001", "999999001001")),
        DATE("date.form", (line, before) -> line.replace("2019-05-31", "31.5.2019")),
        COLUMN("csv.columns", (line, before) -> line.substring(0, line.lastIndexOf(','))),
        QUOTE("csv.quotes", (line, before) -> '"' + line),
        CUT("csv.columns", (line, before) -> line.substring(0, 60)),
        ENCODING("csv.encoding", (line, before) -> line);

        final String code;
        private final BinaryOperator<String> spoil;

        Wrong(String code, BinaryOperator<String> spoil) {
            this.code = code;
            this.spoil = spoil;
        }

        byte[] of(String line, String before) {
            return spoil.apply(line, before).getBytes(this == ENCODING ? Charset.forName("GB18030") : UTF_8);
        }
    }

    @Test
    void codes_that_are_doubtful_are_taken_and_counted_by_their_hints() {
        List<String> lines = lines(3200, 60);
        lines.set(3, lines.get(3).replace(uscc(3203), "98620702PDY900077D"));
        lines.set(30, lines.get(30).replace(uscc(3230), "92620702PDY900094Q"));
        lines.set(50, lines.get(50).replace(uscc(3250), "92620702PDY000029R"));
        JsonPath done = finished(load(lines));

        assertThat(done.getInt("taken")).as(done.prettify()).isEqualTo(60);
        assertThat(done.<String, Integer>getMap("hints"))
                .isEqualTo(Map.of("organisation-code.check", 2, "uscc.prefix", 1));
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
                claim.setString(1, name(1090).replace('（', '(').replace('）', ')'));
                claim.executeUpdate();
            }
            importId = load(lines(200, 900)).path("importId");
            await("some steps are done and one is not")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> view(importId).getInt("lines") > 0);
            try (Connection killer = database.connect();
                    var kill = killer.prepareStatement("update file_import set owner = 'dead',"
                            + " until_at = utc_timestamp(6) - interval 1 hour where import_id = ?")) {
                kill.setString(1, importId);
                assertThat(kill.executeUpdate()).isEqualTo(1);
            }
            other.rollback();
        }
        JsonPath done = finished(importId);
        assertThat(done.getInt("lines")).isEqualTo(900);
        assertThat(done.getInt("taken")).isEqualTo(900);
        assertThat(entered()).isEqualTo(900);
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

    /** How many businesses of this test are in the register. */
    private int entered() throws SQLException {
        try (Connection connection = database.connect();
                var query = connection.prepareStatement("select count(*) from business where name like ?")) {
            query.setString(1, "张掖市甘州区载" + first + "第%");
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private Response load(List<String> lines) {
        return load((HEADER + "\n" + String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    private Response load(byte[] file) {
        Response accepted = clerk.request().contentType("text/csv").body(file).post("/imports");
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
