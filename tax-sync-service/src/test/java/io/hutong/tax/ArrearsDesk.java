package io.hutong.tax;

import static io.hutong.tax.TaxClient.officer;
import static io.hutong.tax.TaxClient.posting;
import static org.awaitility.Awaitility.await;

import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ArrearsAnnounced;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared;
import io.hutong.events.TaxEvent.ArrearsEvent;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.tax.Register.Business;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The desk where announcements of arrears are recorded, and what others hear of them. */
final class ArrearsDesk implements AutoCloseable {
    static final LocalDate MONTH =
            LocalDate.now(Clock.systemUTC()).minusMonths(3).withDayOfMonth(1);
    static final LocalDate ANNOUNCED = MONTH.plusMonths(1).plusDays(9);
    static final LocalDate PAID = ANNOUNCED.plusDays(12);

    final Register register = new Register();

    Business known() {
        Business business = register.opened();
        await("tax knows the business")
                .atMost(Duration.ofSeconds(40))
                .until(() -> officer().get("/taxpayers/" + business.id()).statusCode() == 200);
        return business;
    }

    static Map<String, Object> line(Business business, Map<String, Object> otherwise) {
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

    static String announced(Map<String, Object> line) {
        return announces(line, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .path("announcementId");
    }

    static Response announces(Map<String, Object> line, String key) {
        return posts("/arrears-announcements", line, key);
    }

    static Response posts(String path, Map<String, Object> body, String key) {
        return officer()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    static Response clears(String id, Map<String, Object> how) {
        return posting().contentType("application/json").body(how).post("/arrears-announcements/" + id + "/clearances");
    }

    static Response reinstates(String id) {
        return posting()
                .contentType("application/json")
                .body("{}")
                .post("/arrears-announcements/" + id + "/reinstatement");
    }

    static Response restates(Business business) {
        return posting()
                .contentType("application/json")
                .body("{}")
                .post("/taxpayers/" + business.id() + "/arrears-announcements/restatement");
    }

    /** What was stated of announcements, once it is so many. */
    List<ArrearsEvent> stated(Business business, int count) {
        return await(count + " are stated")
                .atMost(Duration.ofSeconds(30))
                .until(() -> stated(business), events -> events.size() >= count);
    }

    List<ArrearsEvent> stated(Business business) {
        return register.raw(business).stream()
                .map(raw -> (TaxEvent) register.stream.read(raw))
                .filter(ArrearsEvent.class::isInstance)
                .map(ArrearsEvent.class::cast)
                .toList();
    }

    /** About which line it is; none where all that stands is named. */
    static String lineOf(ArrearsEvent event) {
        if (event instanceof ArrearsAnnounced announced) {
            return announced.announcementId().value();
        }
        return event instanceof ArrearsAnnouncementCleared cleared
                ? cleared.announcementId().value()
                : "";
    }

    static List<ArrearsAnnouncementId> ids(String... ids) {
        return Arrays.stream(ids).map(ArrearsAnnouncementId::of).toList();
    }

    @Override
    public void close() {
        register.close();
    }
}
