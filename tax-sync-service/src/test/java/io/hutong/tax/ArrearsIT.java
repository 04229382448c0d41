package io.hutong.tax;

import static io.hutong.tax.TaxClient.officer;
import static io.hutong.tax.TaxClient.posting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.hutong.events.ChangeKind;
import io.hutong.events.Regime;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ArrearsAnnounced;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.events.TaxEvent.ArrearsEvent;
import io.hutong.events.TaxEvent.ArrearsRestated;
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
import java.time.ZoneId;
import java.util.Arrays;
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
                                "办税服务厅公告栏",
                                List.of(announcement)),
                        new ArrearsAnnouncementCleared(
                                announcement, business.uscc(), business.tenure(), Reason.PAID, PAID, List.of()));
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
        assertThat(stated(business, 3)).extracting(ArrearsIT::lineOf).containsExactly(id, id, anew);
    }

    @Test
    void a_later_notice_takes_the_place_of_the_earlier_one_and_others_stand_beside_it() {
        Business business = known();
        String first = announced(line(business, Map.of()));
        String other = announced(line(business, Map.of("taxKind", "STAMP")));
        String next = announced(line(
                business, Map.of("noticeNo", "甘税欠告〔2026〕7号", "announcedOn", PAID.toString(), "amountFen", 900_000)));
        clears(next, Map.of("reason", "PAID", "clearedOn", PAID.toString()))
                .then()
                .statusCode(201);
        clears(other, Map.of("reason", "PAID", "clearedOn", PAID.toString()))
                .then()
                .statusCode(201);

        List<ArrearsEvent> events = stated(business, 6);
        assertThat(events.subList(2, 4))
                .satisfiesExactly(
                        announced -> assertThat(lineOf(announced)).isEqualTo(next),
                        replaced -> assertThat(replaced)
                                .isEqualTo(new ArrearsAnnouncementCleared(
                                        ArrearsAnnouncementId.of(first),
                                        business.uscc(),
                                        business.tenure(),
                                        Reason.REPLACED,
                                        PAID,
                                        ids(other, next))));
        assertThat(events)
                .extracting(ArrearsEvent::standing)
                .containsExactly(
                        ids(first), ids(first, other), ids(first, other, next), ids(other, next), ids(other), ids());
        officer().get("/arrears-announcements/" + first).then().body("clearance.reason", equalTo("REPLACED"));
    }

    @Test
    void an_older_notice_is_refused_beside_a_later_one_and_also_once_that_was_paid() {
        Business business = known();
        Map<String, Object> older = line(business, Map.of("noticeNo", "甘税欠告〔2026〕5号"));
        String later = announced(line(business, Map.of("announcedOn", PAID.toString())));
        announces(older, UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("violations.code", contains("arrears.outdated"));
        clears(later, Map.of("reason", "PAID", "clearedOn", PAID.toString()))
                .then()
                .statusCode(201);
        announces(older, UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("violations.code", contains("arrears.outdated"));
        assertThat(stated(business, 2)).hasSize(2);
    }

    @Test
    void a_payment_recorded_by_mistake_is_taken_back_and_the_line_stated_anew() {
        Business business = known();
        Map<String, Object> line = line(business, Map.of());
        String id = announced(line);
        Map<String, Object> paid = Map.of("reason", "PAID", "clearedOn", PAID.toString());
        clears(id, paid).then().statusCode(201);
        announces(line, UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:arrears-announcement-cleared"))
                .body("clearedAs", equalTo("PAID"))
                .body("announcementId", equalTo(id));

        String anew = reinstates(id).then().statusCode(201).extract().path("announcementId");
        assertThat(anew).isNotEqualTo(id);
        reinstates(id).then().statusCode(200).body("announcementId", equalTo(anew));
        reinstates(anew).then().statusCode(200).body("announcementId", equalTo(anew));
        announces(line, UUID.randomUUID().toString()).then().statusCode(200).body("announcementId", equalTo(anew));
        clears(id, paid).then().statusCode(409).body("announcementId", equalTo(anew));
        officer()
                .get("/arrears-announcements/" + id)
                .then()
                .body("clearance.reason", equalTo("PAID"))
                .body("restatedAs", equalTo(anew));
        assertThat(stated(business, 3).get(2))
                .isEqualTo(new ArrearsAnnounced(
                        ArrearsAnnouncementId.of(anew),
                        business.uscc(),
                        business.tenure(),
                        TaxKind.VAT,
                        1_280_050L,
                        MONTH,
                        ANNOUNCED,
                        "甘税欠告〔2026〕6号",
                        "办税服务厅公告栏",
                        ids(anew)));
        clears(anew, paid).then().statusCode(201);
        assertThat(stated(business, 4)).hasSize(4);
    }

    @Test
    void where_a_later_notice_was_the_mistake_the_earlier_one_is_stated_anew_before_it_goes() {
        Business business = known();
        Map<String, Object> line = line(business, Map.of());
        String first = announced(line);
        String next = announced(line(business, Map.of("noticeNo", "甘税欠告〔2026〕7号", "announcedOn", PAID.toString())));
        announces(line, UUID.randomUUID().toString()).then().statusCode(409).body("clearedAs", equalTo("REPLACED"));
        reinstates(first).then().statusCode(409).body("clearedAs", equalTo("REPLACED"));
        clears(next, Map.of("reason", "WITHDRAWN", "clearedOn", PAID.toString()))
                .then()
                .statusCode(201);
        reinstates(next).then().statusCode(409).body("clearedAs", equalTo("WITHDRAWN"));

        String anew = officer()
                .get("/arrears-announcements/" + first)
                .then()
                .extract()
                .path("restatedAs");
        announces(line, UUID.randomUUID().toString()).then().statusCode(200).body("announcementId", equalTo(anew));
        List<ArrearsEvent> events = stated(business, 5);
        assertThat(events).extracting(ArrearsIT::lineOf).containsExactly(first, next, first, anew, next);
        assertThat(events)
                .extracting(ArrearsEvent::standing)
                .containsExactly(ids(first), ids(first, next), ids(next), ids(next, anew), ids(anew));
        assertThat(((ArrearsAnnounced) events.get(3)).noticeNo()).isEqualTo("甘税欠告〔2026〕6号");
    }

    @Test
    void a_payment_is_not_taken_back_once_the_debt_was_announced_again() {
        Business business = known();
        String first = announced(line(business, Map.of()));
        clears(first, Map.of("reason", "PAID", "clearedOn", PAID.toString()))
                .then()
                .statusCode(201);
        announced(line(business, Map.of("noticeNo", "甘税欠告〔2026〕7号", "announcedOn", PAID.toString())));
        reinstates(first)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:arrears-announcement-cleared"));
        assertThat(stated(business, 3)).hasSize(3);
    }

    @Test
    void what_stands_on_a_tenure_that_was_annulled_is_listed_and_nothing_more_is_announced_of_it() {
        Business business = known();
        TaxClient.clean(business.id());
        OperatorTenureId wrong = Register.tenure();
        ChangeId change = Register.change();
        register.publish(business, register.passed(business, change, business.tenure(), wrong, Regime.POST_SYNC, null));
        becomes(business, wrong);
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        Map<String, Object> line = line(
                business,
                Map.of(
                        "tenureId", wrong.value(),
                        "owedFrom", today.withDayOfMonth(1).toString(),
                        "announcedOn", today.toString()));
        String id = announced(line);
        assertThat(onAnnulledTenures()).doesNotContain(id);

        register.publish(
                business,
                register.annulled(business, Register.change(), change, ChangeKind.OPERATOR, business.tenure()));
        becomes(business, business.tenure());
        assertThat(onAnnulledTenures()).contains(id);
        Map<String, Object> another = new LinkedHashMap<>(line);
        another.put("taxKind", "STAMP");
        announces(another, UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("violations.code", contains("arrears.tenure-annulled"));
        clears(id, Map.of("reason", "WITHDRAWN", "clearedOn", today.toString()))
                .then()
                .statusCode(201);
        assertThat(onAnnulledTenures()).doesNotContain(id);
    }

    private static List<String> onAnnulledTenures() {
        return officer()
                .get("/arrears-announcements/on-annulled-tenures")
                .then()
                .statusCode(200)
                .extract()
                .path("items.announcementId");
    }

    private static void becomes(Business business, OperatorTenureId tenure) {
        await("tax knows whose business it is")
                .atMost(Duration.ofSeconds(40))
                .until(() -> tenure.value()
                        .equals(officer().get("/taxpayers/" + business.id()).path("tenureId")));
    }

    @Test
    void what_stands_is_stated_again_for_whoever_missed_it_and_that_nothing_stands_as_well() {
        Business business = known();
        restates(business).then().statusCode(200).body("items", empty());
        String id = announced(line(business, Map.of()));
        restates(business).then().statusCode(200).body("items.announcementId", contains(id));
        List<ArrearsEvent> events = stated(business, 4);
        assertThat(events.get(0)).isEqualTo(new ArrearsRestated(business.uscc(), List.of()));
        assertThat(events.get(2)).isEqualTo(events.get(1));
        assertThat(events.get(3)).isEqualTo(new ArrearsRestated(business.uscc(), ids(id)));
        posting()
                .contentType("application/json")
                .body("{}")
                .post("/taxpayers/" + UUID.randomUUID() + "/arrears-announcements/restatement")
                .then()
                .statusCode(404);
    }

    private static Response restates(Business business) {
        return posting()
                .contentType("application/json")
                .body("{}")
                .post("/taxpayers/" + business.id() + "/arrears-announcements/restatement");
    }

    /** About which line it is; none where all that stands is named. */
    private static String lineOf(ArrearsEvent event) {
        if (event instanceof ArrearsAnnounced announced) {
            return announced.announcementId().value();
        }
        return event instanceof ArrearsAnnouncementCleared cleared
                ? cleared.announcementId().value()
                : "";
    }

    private static List<ArrearsAnnouncementId> ids(String... ids) {
        return Arrays.stream(ids).map(ArrearsAnnouncementId::of).toList();
    }

    @Test
    void arrears_stay_with_the_operator_who_owes_them_and_the_gate_hears_nothing_of_them() {
        Business business = known();
        TaxClient.clean(business.id());
        announced(line(business, Map.of()));
        // it begins on the day on which the first is said to begin, and its id is the lower one
        var next = new OperatorTenureId(new UUID(0, UUID.randomUUID().getLeastSignificantBits()));
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

    private static Response reinstates(String id) {
        return posting()
                .contentType("application/json")
                .body("{}")
                .post("/arrears-announcements/" + id + "/reinstatement");
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
