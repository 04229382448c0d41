package io.hutong.credit;

import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Reports that are looked into: drawn at random, or because somebody says that they are false. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportCheckIT extends CreditDesks {
    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeEach
    void inMarch() {
        clock.startAt(Instant.parse("2026-03-02T02:00:00Z"));
    }

    @Test
    void who_is_drawn_follows_from_the_seed_and_nothing_else() {
        List<String> filed = List.of(filed(), filed(), filed(), filed(), filed());
        String known = "2026年甘肃省抽查" + UUID.randomUUID();
        List<String> drawn = items(draw(10_000, known));
        assertThat(drawn).containsAll(filed);
        List<String> expected = drawn.stream()
                .sorted(Comparator.comparing(bizId -> digest(known + bizId)))
                .limit(2)
                .toList();
        assertThat(items(draw(2, known))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(items(draw(2, known))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void anybody_can_verify_a_draw_later_from_what_was_kept_though_the_population_has_changed() {
        String seed = "公开种子" + UUID.randomUUID();
        filed();
        filed();
        filed();
        String checkId = draw(2, seed);
        String later = filed();
        List<String> population = population(checkId);
        assertThat(population).doesNotContain(later);
        officer.get("/spot-checks/" + checkId)
                .then()
                .body("population.count", equalTo(population.size()))
                .body("population.digest", equalTo(digest(String.join("\n", population) + "\n")))
                .body("drawnBy", equalTo(Desk.OFFICER));
        List<String> again = population.stream()
                .sorted(Comparator.comparing(bizId -> digest(seed + bizId)))
                .limit(2)
                .toList();
        assertThat(items(checkId)).containsExactlyInAnyOrderElementsOf(again);
    }

    @Test
    void a_wrong_result_is_replaced_with_a_reason_or_taken_back_and_what_is_public_follows() {
        String bizId = filed();
        String checkId = draw(10_000, "y");
        String corrections = "/spot-checks/" + checkId + "/corrections";
        officer.post(corrections, Map.of("bizId", bizId, "result", "CONSISTENT", "reason", "看错"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("spot-check.no-result"));
        Map<String, String> wrong = Map.of("bizId", bizId, "result", "UNREACHABLE");
        officer.post("/spot-checks/" + checkId + "/results", wrong).then().statusCode(200);
        officer.post(corrections, Map.of("bizId", bizId, "result", "UNREACHABLE", "reason", " "))
                .then()
                .statusCode(422)
                .body("violations.code", containsInAnyOrder("spot-check.same-result", "spot-check.reason"));
        clock.startAt(Instant.parse("2026-03-09T02:00:00Z"));
        officer.post(corrections, Map.of("bizId", bizId, "result", "CONSISTENT", "reason", "已联系上，登记地址误抄"))
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("result", equalTo("CONSISTENT"));
        String subject = subject(checkId, bizId);
        await("the right one is public")
                .atMost(Duration.ofSeconds(30))
                .until(() -> PlatformStandIn.of("GSX")
                        .notice(subject)
                        .path("content")
                        .path("result")
                        .asText()
                        .equals("CONSISTENT"));
        assertThat(PlatformStandIn.of("GSX").notice(subject).path("to").asText())
                .isEqualTo("2029-03-08");
        officer.post(corrections, Map.of("bizId", bizId, "reason", "抽错人"))
                .then()
                .statusCode(200);
        await("nothing is public")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !PlatformStandIn.of("GSX").shows(subject));
        officer.get(corrections + "?bizId=" + bizId)
                .then()
                .body("items.wrong.result", contains("UNREACHABLE", "CONSISTENT"))
                .body("items.wrong.revision", contains(1, 2))
                .body("items.reason", contains("已联系上，登记地址误抄", "抽错人"))
                .body("items.correctedBy", contains(Desk.OFFICER, Desk.OFFICER));
        officer.post("/spot-checks/" + checkId + "/results", wrong)
                .then()
                .statusCode(200)
                .body("revision", equalTo(3));
    }

    @Test
    void a_result_is_shown_for_its_time_and_no_longer() {
        String bizId = filed();
        String checkId = draw(10_000, "z");
        officer.post("/spot-checks/" + checkId + "/results", Map.of("bizId", bizId, "result", "CONSISTENT"))
                .then()
                .statusCode(200);
        String subject = subject(checkId, bizId);
        await("it is shown")
                .atMost(Duration.ofSeconds(30))
                .until(() -> PlatformStandIn.of("GSX").shows(subject));
        clock.startAt(Instant.parse("2029-03-02T02:00:00Z"));
        await("it is shown no longer")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !PlatformStandIn.of("GSX").shows(subject));
    }

    @Test
    void a_result_is_recorded_once_and_becomes_public() {
        String bizId = filed();
        String checkId = draw(10_000, "x");
        Map<String, String> result = Map.of("bizId", bizId, "result", "CONSISTENT");
        officer.post("/spot-checks/" + checkId + "/results", result)
                .then()
                .statusCode(200)
                .body("result", equalTo("CONSISTENT"))
                .body("checkedOn", equalTo("2026-03-02"));
        officer.post("/spot-checks/" + checkId + "/results", result)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:already-checked"));
        officer.post("/spot-checks/" + checkId + "/results", Map.of("bizId", UUID.randomUUID(), "result", "CONSISTENT"))
                .then()
                .statusCode(404);
        await("the publicity system shows it")
                .atMost(Duration.ofSeconds(30))
                .until(() -> PlatformStandIn.of("GSX").shows(subject(checkId, bizId)));
        assertThat(PlatformStandIn.of("XCN").shows(subject(checkId, bizId))).isFalse();
    }

    @Test
    void a_draw_that_makes_no_sense_is_refused() {
        officer.post("/spot-checks", Map.of("reportYear", 2026, "size", 0, "seed", " "))
                .then()
                .statusCode(422)
                .body("violations.code", containsInAnyOrder("spot-check.year", "spot-check.size", "spot-check.seed"));
        officer.get("/spot-checks/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void what_is_said_to_be_false_is_looked_into_within_20_working_days() {
        String bizId = filed();
        clock.startAt(Instant.parse("2026-09-14T02:00:00Z"));
        Response taken = officer.post(
                "/false-data-reports", Map.of("bizId", bizId, "reportYear", 2025, "claim", "营业额少报，店主张三自己说的"));
        // the holidays of 25-27 September and 1-7 October, with work on 20 September and 10 October
        String reportId = taken.then()
                .statusCode(201)
                .body("checkBy", equalTo("2026-10-16"))
                .body("overdue", equalTo(false))
                .extract()
                .path("reportId");
        clock.startAt(Instant.parse("2026-10-16T02:00:00Z"));
        officer.get("/false-data-reports?overdue=true&limit=200").then().body("items.reportId", not(hasItem(reportId)));
        clock.startAt(Instant.parse("2026-10-17T02:00:00Z"));
        officer.get("/false-data-reports?overdue=true&limit=200").then().body("items.reportId", hasItem(reportId));

        String finding = "/false-data-reports/" + reportId + "/finding";
        officer.post(finding, Map.of("outcome", "CONFIRMED"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("CONFIRMED"))
                .body("decidedOn", equalTo("2026-10-17"));
        officer.post(finding, Map.of("outcome", "UNFOUNDED")).then().statusCode(409);
        officer.get("/false-data-reports?limit=200").then().body("items.reportId", not(hasItem(reportId)));
        officer.post("/false-data-reports/" + UUID.randomUUID() + "/finding", Map.of("outcome", "CONFIRMED"))
                .then()
                .statusCode(404);
    }

    @Test
    void only_what_was_filed_can_be_false_and_what_was_said_stands_nowhere_in_clear() {
        Business business = known();
        officer.post("/false-data-reports", Map.of("bizId", business.id().value(), "reportYear", 2025, "claim", " "))
                .then()
                .statusCode(422)
                .body("violations.code", containsInAnyOrder("entry.report-not-filed", "claim.length"));
        String secret = "举报人李四" + UUID.randomUUID();
        officer.post("/false-data-reports", Map.of("bizId", filed(), "reportYear", 2025, "claim", secret))
                .then()
                .statusCode(201)
                .body("claim", equalTo(secret));
        assertThat(database.number("select count(*) from false_data_report where instr(claim, ?) > 0", secret))
                .isZero();
    }

    private String draw(int size, String seed) {
        return officer.post("/spot-checks", Map.of("reportYear", 2025, "size", size, "seed", seed))
                .then()
                .statusCode(201)
                .extract()
                .path("checkId");
    }

    private List<String> items(String checkId) {
        return officer.get("/spot-checks/" + checkId + "/items?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.bizId");
    }

    private List<String> population(String checkId) {
        List<String> all = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = officer.get("/spot-checks/" + checkId + "/population?limit=200" + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("items.bizId"));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return all;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String subject(String checkId, String bizId) {
        return UUID.nameUUIDFromBytes((checkId + "/" + bizId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String filed() {
        Business business = known();
        page.files(business.id(), report(2025)).then().statusCode(200);
        return business.id().value();
    }
}
