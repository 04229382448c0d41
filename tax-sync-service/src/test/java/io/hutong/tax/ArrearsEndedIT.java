package io.hutong.tax;

import static io.hutong.tax.ArrearsDesk.PAID;
import static io.hutong.tax.ArrearsDesk.announced;
import static io.hutong.tax.ArrearsDesk.announces;
import static io.hutong.tax.ArrearsDesk.clears;
import static io.hutong.tax.ArrearsDesk.ids;
import static io.hutong.tax.ArrearsDesk.line;
import static io.hutong.tax.TaxClient.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.ChangeKind;
import io.hutong.events.Regime;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.events.TaxEvent.ArrearsEvent;
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
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How announced arrears come to an end: paid, announced by mistake, or said anew by a later notice. */
@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrearsEndedIT {
    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static ArrearsDesk desk;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeAll
    static void open() {
        desk = new ArrearsDesk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void what_an_officer_wrote_stands_in_no_event_and_in_no_column_in_clear() {
        Business business = desk.known();
        String id = announced(line(business, Map.of()));
        String note = "当事人说明里的秘密茉莉";
        clears(id, Map.of("reason", "WITHDRAWN", "clearedOn", PAID.toString(), "note", note))
                .then()
                .statusCode(201);
        desk.stated(business, 2);
        var secret = new Canaries(note);
        assertThat(desk.register.raw(business))
                .noneMatch(raw -> secret.in(raw.headers().toString()) || secret.in(raw.body()));
        assertThat(database.number(
                        "select count(*) from arrears_announcement where id = ? and note is not null"
                                + " and instr(note, ?) = 0",
                        id,
                        note))
                .isEqualTo(1);
    }

    @Test
    void a_line_that_was_announced_by_mistake_may_be_recorded_anew_and_one_is_cleared_once() {
        Business business = desk.known();
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
        assertThat(desk.stated(business, 3)).extracting(ArrearsDesk::lineOf).containsExactly(id, id, anew);
    }

    @Test
    void a_later_notice_takes_the_place_of_the_earlier_one_and_others_stand_beside_it() {
        Business business = desk.known();
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

        List<ArrearsEvent> events = desk.stated(business, 6);
        assertThat(events.subList(2, 4))
                .satisfiesExactly(
                        announced -> assertThat(ArrearsDesk.lineOf(announced)).isEqualTo(next),
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
    void what_stands_on_a_tenure_that_was_annulled_is_listed_and_nothing_more_is_announced_of_it() {
        Business business = desk.known();
        TaxClient.clean(business.id());
        OperatorTenureId wrong = Register.tenure();
        ChangeId change = Register.change();
        desk.register.publish(
                business, desk.register.passed(business, change, business.tenure(), wrong, Regime.POST_SYNC, null));
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

        desk.register.publish(
                business,
                desk.register.annulled(business, Register.change(), change, ChangeKind.OPERATOR, business.tenure()));
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
}
