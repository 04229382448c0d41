package io.hutong.tax;

import static io.hutong.tax.ArrearsDesk.ANNOUNCED;
import static io.hutong.tax.ArrearsDesk.MONTH;
import static io.hutong.tax.ArrearsDesk.PAID;
import static io.hutong.tax.ArrearsDesk.announced;
import static io.hutong.tax.ArrearsDesk.announces;
import static io.hutong.tax.ArrearsDesk.clears;
import static io.hutong.tax.ArrearsDesk.ids;
import static io.hutong.tax.ArrearsDesk.line;
import static io.hutong.tax.ArrearsDesk.reinstates;
import static io.hutong.tax.ArrearsDesk.restates;
import static io.hutong.tax.TaxClient.officer;
import static io.hutong.tax.TaxClient.posting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.TaxEvent.ArrearsAnnounced;
import io.hutong.events.TaxEvent.ArrearsEvent;
import io.hutong.events.TaxEvent.ArrearsRestated;
import io.hutong.events.TaxKind;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.tax.Register.Business;
import io.hutong.testing.HutongTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What was wrong about announced arrears is made good: payments taken back, mistaken notices, and events that somebody missed. */
@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrearsMadeGoodIT {
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
    void a_payment_recorded_by_mistake_is_taken_back_and_the_line_stated_anew() {
        Business business = desk.known();
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
        assertThat(desk.stated(business, 3).get(2))
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
        assertThat(desk.stated(business, 4)).hasSize(4);
    }

    @Test
    void where_a_later_notice_was_the_mistake_the_earlier_one_is_stated_anew_before_it_goes() {
        Business business = desk.known();
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
        List<ArrearsEvent> events = desk.stated(business, 5);
        assertThat(events).extracting(ArrearsDesk::lineOf).containsExactly(first, next, first, anew, next);
        assertThat(events)
                .extracting(ArrearsEvent::standing)
                .containsExactly(ids(first), ids(first, next), ids(next), ids(next, anew), ids(anew));
        assertThat(((ArrearsAnnounced) events.get(3)).noticeNo()).isEqualTo("甘税欠告〔2026〕6号");
    }

    @Test
    void a_payment_is_not_taken_back_once_the_debt_was_announced_again() {
        Business business = desk.known();
        String first = announced(line(business, Map.of()));
        clears(first, Map.of("reason", "PAID", "clearedOn", PAID.toString()))
                .then()
                .statusCode(201);
        announced(line(business, Map.of("noticeNo", "甘税欠告〔2026〕7号", "announcedOn", PAID.toString())));
        reinstates(first)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:arrears-announcement-cleared"));
        assertThat(desk.stated(business, 3)).hasSize(3);
    }

    @Test
    void what_stands_is_stated_again_for_whoever_missed_it_and_that_nothing_stands_as_well() {
        Business business = desk.known();
        restates(business).then().statusCode(200).body("items", empty());
        String id = announced(line(business, Map.of()));
        restates(business).then().statusCode(200).body("items.announcementId", contains(id));
        List<ArrearsEvent> events = desk.stated(business, 4);
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
}
