package io.hutong.credit;

import static io.hutong.credit.Desk.content;
import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.credit.PlatformStandIn.Board;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the publicity system is told of annual reports: what they say where the business chose so, otherwise that they were filed. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportPublicityIT extends CreditDesks {
    private final Board gsx = PlatformStandIn.of("GSX");

    @BeforeEach
    void inMarch() {
        on("2026-03-02");
    }

    @Test
    void a_report_to_be_shown_is_shown_with_its_figures_and_without_the_phone() {
        Business business = known();
        page.files(business.id(), report(2025)).then().statusCode(200);
        String notice = shown(business);
        assertThat(texts(gsx.notice(notice).path("content")))
                .isEqualTo(Map.of(
                        "name", "张掖市甘州区老王面馆（个体工商户）",
                        "uscc", business.uscc().value(),
                        "reportYear", "2025",
                        "revision", "1",
                        "filedOn", "2026-03-02",
                        "turnover", "182000.50",
                        "taxPaid", "0",
                        "employees", "2"));
        assertThat(gsx.notice(notice).path("kind").asText()).isEqualTo("ANNUAL_REPORT");
        assertThat(PlatformStandIn.of("XCN").about(notice)).isEmpty();
    }

    @Test
    void of_a_report_not_to_be_shown_nothing_is_told_but_that_it_was_filed() {
        Business business = known();
        officer.files(business.id(), report(2025, false)).then().statusCode(200);
        assertThat(texts(gsx.notice(shown(business)).path("content")))
                .isEqualTo(Map.of(
                        "name", "张掖市甘州区老王面馆（个体工商户）", "uscc", business.uscc().value(), "reportYear", "2025"));
    }

    @Test
    void a_correction_is_shown_beside_what_it_corrects() {
        Business business = known();
        page.files(business.id(), report(2025)).then().statusCode(200);
        String before = shown(business);
        Map<String, String> better = content();
        better.put("employees", "3");
        page.files(business.id(), report(2025, true, better)).then().statusCode(200);
        String after = shown(business);
        assertThat(after).isNotEqualTo(before);
        assertThat(gsx.notice(after).path("content").path("employees").asText()).isEqualTo("3");
        assertThat(gsx.notice(after).path("content").path("revision").asText()).isEqualTo("2");
        assertThat(gsx.shows(before)).isTrue();
        assertThat(gsx.notice(before).path("content").path("employees").asText())
                .isEqualTo("2");
    }

    @Test
    void who_chooses_not_to_be_shown_any_more_takes_the_figures_from_before_with_it() {
        Business business = known();
        page.files(business.id(), report(2025)).then().statusCode(200);
        String before = shown(business);
        officer.files(business.id(), report(2025, false)).then().statusCode(200);
        String after = shown(business);
        await("the figures are gone").atMost(Duration.ofSeconds(30)).until(() -> !gsx.shows(before));
        assertThat(gsx.notice(after).path("content").has("turnover")).isFalse();
    }

    /** The notice of the report as it stands, when it is shown. */
    private String shown(Business business) {
        String notice = page.get(Desk.reportsOf(business.id())).path("items[0].noticeId");
        await("it is shown").atMost(Duration.ofSeconds(30)).until(() -> gsx.shows(notice));
        return notice;
    }

    private static Map<String, String> texts(JsonNode content) {
        Map<String, String> texts = new LinkedHashMap<>();
        content.fields()
                .forEachRemaining(
                        field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
