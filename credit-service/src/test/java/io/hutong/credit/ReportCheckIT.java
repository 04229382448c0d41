package io.hutong.credit;

import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestClock;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Reports that are looked into: drawn at random, or because somebody says that they are false. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportCheckIT {
    private static Register register;

    private final Desk page = Desk.filingPage();
    private final Desk officer = Desk.officer();

    @Inject
    TestClock clock;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeAll
    static void open() {
        register = new Register();
    }

    @BeforeEach
    void inMarch() {
        clock.startAt(Instant.parse("2026-03-02T02:00:00Z"));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @AfterAll
    static void close() {
        register.close();
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

    private Business known() {
        Business business = register.opened();
        page.knows(business);
        return business;
    }
}
