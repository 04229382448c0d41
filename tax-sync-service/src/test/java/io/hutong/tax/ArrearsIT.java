package io.hutong.tax;

import static io.hutong.tax.TaxClient.officer;
import static io.hutong.tax.TaxClient.posting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.hutong.events.Regime;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ArrearsAnnounced;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.events.TaxEvent.ArrearsEvent;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxKind;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.Register.Business;
import io.hutong.testing.Canaries;
import io.hutong.testing.HutongTestResource;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Arrears that the tax office announced to the public: recorded once, of the tenure that owes them, and stated to others. */
@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrearsIT {
    private static final LocalDate MONTH =
            LocalDate.now(Clock.systemUTC()).minusMonths(3).withDayOfMonth(1);
    private static final LocalDate ANNOUNCED = MONTH.plusMonths(1).plusDays(9);
    private static final LocalDate PAID = ANNOUNCED.plusDays(12);

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static Register register;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeAll
    static void open() {
        register = new Register();
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @Test
    void what_was_announced_is_stated_with_the_tenure_that_owes_it_and_so_is_its_payment() {
        Business business = known();
        String id = announced(line(business, Map.of()));
        posting()
                .contentType("application/json")
                .body(Map.of("reason", "PAID", "clearedOn", PAID.toString(), "note", "入库凭证已核"))
                .post("/arrears-announcements/" + id + "/clearances")
                .then()
                .statusCode(201)
                .body("clearance.reason", equalTo("PAID"))
                .body("clearance.note", equalTo("入库凭证已核"));

        var announcement = ArrearsAnnouncementId.of(id);
        assertThat(stated(business, 2))
                .containsExactly(
                        new ArrearsAnnounced(
                                announcement,
                                business.uscc(),
                                business.tenure(),
                                TaxKind.VAT,
                                1_280_050L,
                                MONTH,
                                ANNOUNCED,
                                "甘税欠告〔2026〕6号",
                                "办税服务厅公告栏"),
                        new ArrearsAnnouncementCleared(
                                announcement, business.uscc(), business.tenure(), Reason.PAID, PAID, false));
        officer()
                .get("/taxpayers/" + business.id() + "/arrears-announcements")
                .then()
                .statusCode(200)
                .body("items.announcementId", contains(id))
                .body("items[0].tenureId", equalTo(business.tenure().value()));
        officer()
                .get("/arrears-announcements/" + id)
                .then()
                .statusCode(200)
                .body("clearance.clearedOn", equalTo(PAID.toString()));
    }

    @Test
    void what_an_officer_wrote_stands_in_no_event_and_in_no_column_in_clear() {
        Business business = known();
        String id = announced(line(business, Map.of()));
        String note = "当事人说明里的秘密茉莉";
        clears(id, Map.of("reason", "WITHDRAWN", "clearedOn", PAID.toString(), "note", note))
                .then()
                .statusCode(201);
        stated(business, 2);
        var secret = new Canaries(note);
        assertThat(register.raw(business))
                .noneMatch(raw -> secret.in(raw.headers().toString()) || secret.in(raw.body()));
        assertThat(database.number(
                        "select count(*) from arrears_announcement where id = ? and note is not null"
                                + " and instr(note, ?) = 0",
                        id,
                        note))
                .isEqualTo(1);
    }

    @Test
    void a_line_of_a_notice_is_recorded_once_whoever_sends_it_again() {
        Business business = known();
        Map<String, Object> line = line(business, Map.of());
        String key = UUID.randomUUID().toString();
        String id = announces(line, key).then().statusCode(201).extract().path("announcementId");
        announces(line, key).then().statusCode(201).body("announcementId", equalTo(id));
        announces(line, UUID.randomUUID().toString()).then().statusCode(200).body("announcementId", equalTo(id));
        announces(line(business, Map.of("amountFen", 7)), UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:arrears-announced-otherwise"));
        assertThat(stated(business, 1)).hasSize(1);
    }

    @Test
    void a_line_that_was_announced_by_mistake_may_be_recorded_anew_and_one_is_cleared_once() {
        Business business = known();
        String id = announced(line(business, Map.of()));
        Map<String, Object> mistake = Map.of("reason", "WITHDRAWN", "clearedOn", PAID.toString());
        clears(id, mistake).then().statusCode(201);
        clears(id, mistake).then().statusCode(200);
        clears(id, Map.of("reason", "PAID", "clearedOn", PAID.toString()))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:arrears-announcement-cleared"))
                .body("clearedAs", equalTo("WITHDRAWN"));
        String anew = announced(line(business, Map.of("amountFen", 7)));
        assertThat(anew).isNotEqualTo(id);
        assertThat(stated(business, 3))
                .extracting(event -> event.announcementId().value())
                .containsExactly(id, id, anew);
    }

    @Test
    void a_later_notice_takes_the_place_of_the_earlier_one_and_others_stand_beside_it() {
        Business business = known();
        String first = announced(line(business, Map.of()));
        String other = announced(line(business, Map.of("taxKind", "STAMP")));
        String next = announced(line(
                business, Map.of("noticeNo", "甘税欠告〔2026〕7号", "announcedOn", PAID.toString(), "amountFen", 900_000)));
        announces(
                        line(business, Map.of("noticeNo", "甘税欠告〔2026〕5号")),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("violations.code", contains("arrears.outdated"));
        clears(next, Map.of("reason", "PAID", "clearedOn", PAID.toString()))
                .then()
                .statusCode(201);
        clears(other, Map.of("reason", "PAID", "clearedOn", PAID.toString()))
                .then()
                .statusCode(201);

        List<ArrearsEvent> events = stated(business, 6);
        assertThat(events.subList(2, 4))
                .satisfiesExactly(
                        replaced -> assertThat(replaced)
                                .isEqualTo(new ArrearsAnnouncementCleared(
                                        ArrearsAnnouncementId.of(first),
                                        business.uscc(),
                                        business.tenure(),
                                        Reason.REPLACED,
                                        PAID,
                                        true)),
                        announced ->
                                assertThat(announced.announcementId().value()).isEqualTo(next));
        assertThat(events.subList(4, 6))
                .extracting(event -> ((ArrearsAnnouncementCleared) event).stillAnnounced())
                .containsExactly(true, false);
        officer().get("/arrears-announcements/" + first).then().body("clearance.reason", equalTo("REPLACED"));
    }

    @Test
    void arrears_stay_with_the_operator_who_owes_them_and_the_gate_hears_nothing_of_them() {
        Business business = known();
        TaxClient.clean(business.id());
        announced(line(business, Map.of()));
        OperatorTenureId next = Register.tenure();
        ChangeId change = Register.change();
        register.publish(business, register.passed(business, change, business.tenure(), next, Regime.POST_SYNC, null));
        await("the change is carried out at once: what is announced is no fact of the gate")
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(register.answersAbout(business, change))
                        .contains(new ChangeCompleted(change, Mode.IMMEDIATE, 0, null)));
        officer().get("/taxpayers/" + business.id()).then().body("tenureId", equalTo(next.value()));
        announces(
                        line(business, Map.of("tenureId", next.value())),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("violations.code", contains("arrears.other-tenure"));
        String late = announced(line(business, Map.of("taxKind", "PERSONAL_INCOME")));
        officer()
                .get("/arrears-announcements/" + late)
                .then()
                .body("tenureId", equalTo(business.tenure().value()))
                .body("clearance", nullValue());
    }

    @Test
    void what_cannot_be_is_refused_with_its_place_and_recorded_nowhere() {
        Business business = known();
        Business other = known();
        String tomorrow = LocalDate.now(Clock.systemUTC()).plusDays(2).toString();
        assertRefused(line(business, Map.of("bizId", UUID.randomUUID().toString())), "/bizId");
        assertRefused(line(business, Map.of("tenureId", other.tenure().value())), "/tenureId");
        assertRefused(line(business, Map.of("amountFen", 0)), "/amountFen");
        assertRefused(line(business, Map.of("announcedOn", tomorrow)), "/announcedOn");
        assertRefused(line(business, Map.of("owedFrom", MONTH.plusDays(3).toString())), "/owedFrom");
        assertRefused(
                line(
                        business,
                        Map.of("owedFrom", PAID.plusMonths(1).withDayOfMonth(1).toString())),
                "/owedFrom");
        assertRefused(line(business, Map.of("owedFrom", "1999-01-01")), "/owedFrom");
        assertRefused(line(business, Map.of("noticeNo", " ")), "/noticeNo");
        assertRefused(line(business, Map.of("source", "字".repeat(101))), "/source");
        String id = announced(line(business, Map.of()));
        clears(id, Map.of("reason", "PAID", "clearedOn", tomorrow))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/clearedOn"));
        clears(id, Map.of("reason", "PAID", "clearedOn", MONTH.toString()))
                .then()
                .statusCode(422);
        clears(id, Map.of("reason", "REPLACED", "clearedOn", PAID.toString()))
                .then()
                .statusCode(422);
        clears(UUID.randomUUID().toString(), Map.of("reason", "PAID", "clearedOn", PAID.toString()))
                .then()
                .statusCode(404);
        assertThat(stated(business, 1)).hasSize(1);
    }

    private static void assertRefused(Map<String, Object> line, String pointer) {
        announces(line, UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("violations.pointer", contains(pointer));
    }

    private static Map<String, Object> line(Business business, Map<String, Object> otherwise) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("bizId", business.id().value());
        line.put("tenureId", business.tenure().value());
        line.put("taxKind", "VAT");
        line.put("amountFen", 1_280_050);
        line.put("owedFrom", MONTH.toString());
        line.put("announcedOn", ANNOUNCED.toString());
        line.put("noticeNo", "甘税欠告〔2026〕6号");
        line.put("source", "办税服务厅公告栏");
        line.putAll(otherwise);
        return line;
    }

    private static String announced(Map<String, Object> line) {
        return announces(line, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .path("announcementId");
    }

    private static Response announces(Map<String, Object> line, String key) {
        return officer()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(line)
                .post("/arrears-announcements");
    }

    private static Response clears(String id, Map<String, Object> how) {
        return posting().contentType("application/json").body(how).post("/arrears-announcements/" + id + "/clearances");
    }

    /** What was stated of announcements, once it is so many. */
    private static List<ArrearsEvent> stated(Business business, int count) {
        return await(count + " are stated")
                .atMost(Duration.ofSeconds(30))
                .until(() -> stated(business), events -> events.size() >= count);
    }

    private static List<ArrearsEvent> stated(Business business) {
        return register.raw(business).stream()
                .map(raw -> (TaxEvent) register.stream.read(raw))
                .filter(ArrearsEvent.class::isInstance)
                .map(ArrearsEvent.class::cast)
                .toList();
    }

    private static Business known() {
        Business business = register.opened();
        await("tax knows the business")
                .atMost(Duration.ofSeconds(40))
                .until(() -> officer().get("/taxpayers/" + business.id()).statusCode() == 200);
        return business;
    }
}
