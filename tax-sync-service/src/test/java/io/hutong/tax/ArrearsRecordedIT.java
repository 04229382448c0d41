package io.hutong.tax;

import static io.hutong.tax.ArrearsDesk.ANNOUNCED;
import static io.hutong.tax.ArrearsDesk.MONTH;
import static io.hutong.tax.ArrearsDesk.PAID;
import static io.hutong.tax.ArrearsDesk.announced;
import static io.hutong.tax.ArrearsDesk.announces;
import static io.hutong.tax.ArrearsDesk.clears;
import static io.hutong.tax.ArrearsDesk.line;
import static io.hutong.tax.TaxClient.officer;
import static io.hutong.tax.TaxClient.posting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.hutong.events.Regime;
import io.hutong.events.TaxEvent.ArrearsAnnounced;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxKind;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.Register.Business;
import io.hutong.testing.HutongTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
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
class ArrearsRecordedIT {
    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static ArrearsDesk desk;

    @BeforeAll
    static void open() {
        desk = new ArrearsDesk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void what_was_announced_is_stated_with_the_tenure_that_owes_it_and_so_is_its_payment() {
        Business business = desk.known();
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
        assertThat(desk.stated(business, 2))
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
    void a_line_of_a_notice_is_recorded_once_whoever_sends_it_again() {
        Business business = desk.known();
        Map<String, Object> line = line(business, Map.of());
        String key = UUID.randomUUID().toString();
        String id = announces(line, key).then().statusCode(201).extract().path("announcementId");
        announces(line, key).then().statusCode(201).body("announcementId", equalTo(id));
        announces(line, UUID.randomUUID().toString()).then().statusCode(200).body("announcementId", equalTo(id));
        announces(line(business, Map.of("amountFen", 7)), UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:arrears-announced-otherwise"));
        assertThat(desk.stated(business, 1)).hasSize(1);
    }

    @Test
    void an_older_notice_is_refused_beside_a_later_one_and_also_once_that_was_paid() {
        Business business = desk.known();
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
        assertThat(desk.stated(business, 2)).hasSize(2);
    }

    @Test
    void arrears_stay_with_the_operator_who_owes_them_and_the_gate_hears_nothing_of_them() {
        Business business = desk.known();
        TaxClient.clean(business.id());
        announced(line(business, Map.of()));
        // it begins on the day on which the first is said to begin, and its id is the lower one
        var next = new OperatorTenureId(new UUID(0, UUID.randomUUID().getLeastSignificantBits()));
        ChangeId change = Register.change();
        desk.register.publish(
                business, desk.register.passed(business, change, business.tenure(), next, Regime.POST_SYNC, null));
        await("the change is carried out at once: what is announced is no fact of the gate")
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(desk.register.answersAbout(business, change))
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
        Business business = desk.known();
        Business other = desk.known();
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
        assertThat(desk.stated(business, 1)).hasSize(1);
    }

    private static void assertRefused(Map<String, Object> line, String pointer) {
        announces(line, UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("violations.pointer", contains(pointer));
    }
}
