package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What waits for an officer at the abnormal list, each until its last day: who is to be listed, and which entries are to go. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class AbnormalWorklistsIT extends CreditDesks {
    private static final String LISTINGS = "/abnormal-listings/due";
    private static final String REMOVALS = "/abnormal-removals/due";

    @BeforeEach
    void inJune() {
        on("2026-06-01");
    }

    @Test
    void a_report_that_was_found_false_waits_ten_working_days_for_the_listing_and_is_done_with_it() {
        Business business = filed();
        String report = officer.post(
                        "/false-data-reports",
                        Map.of("bizId", business.id().value(), "reportYear", 2025, "claim", "营业额少报"))
                .path("reportId");
        on("2026-09-21");
        assertThat(due(LISTINGS, business)).isEmpty();
        officer.post("/false-data-reports/" + report + "/finding", Map.of("outcome", "CONFIRMED"))
                .then()
                .statusCode(200);
        // the holidays of 25-27 September and 1-7 October, with work on 10 October
        assertThat(due(LISTINGS, business))
                .containsExactly(Map.of(
                        "source",
                        "FALSE_DATA_REPORT",
                        "sourceId",
                        report,
                        "bizId",
                        business.id().value(),
                        "ground",
                        "ABN_FALSE",
                        "reportYear",
                        2025,
                        "provenOn",
                        "2026-09-21",
                        "listBy",
                        "2026-10-12",
                        "overdue",
                        false));
        on("2026-10-12");
        assertThat(overdue(LISTINGS, business)).containsExactly(false);
        on("2026-10-13");
        assertThat(overdue(LISTINGS, business)).containsExactly(true);

        String entry = officer.lists(business.id(), "ABN_FALSE", 2025, "2026-09-21")
                .then()
                .statusCode(201)
                .body("listBy", equalTo("2026-10-12"))
                .extract()
                .path("entryId");
        assertThat(due(LISTINGS, business)).isEmpty();
        officer.removes(entry, "CURED").then().statusCode(200);
        assertThat(due(LISTINGS, business)).isEmpty();
    }

    @Test
    void what_a_spot_check_proved_waits_too_until_its_result_is_taken_back() {
        Business business = filed();
        Business consistent = filed();
        String check = officer.post("/spot-checks", Map.of("reportYear", 2025, "size", 10_000, "seed", "甘肃省抽查"))
                .then()
                .statusCode(201)
                .extract()
                .path("checkId");
        found(check, business, "UNREACHABLE");
        found(check, consistent, "CONSISTENT");
        List<Map<String, Object>> due = due(LISTINGS, business);
        assertThat(due).hasSize(1);
        assertThat(due.get(0))
                .containsEntry("source", "SPOT_CHECK")
                .containsEntry("sourceId", check)
                .containsEntry("ground", "ABN_UNREACHABLE")
                .containsEntry("listBy", "2026-06-15");
        assertThat(due.get(0).get("reportYear")).isNull();
        assertThat(due(LISTINGS, consistent)).isEmpty();

        officer.post(
                        "/spot-checks/" + check + "/corrections",
                        Map.of("bizId", business.id().value(), "reason", "登记地址误抄"))
                .then()
                .statusCode(200);
        assertThat(due(LISTINGS, business)).isEmpty();
        found(check, business, "FALSE_DATA");
        assertThat(due(LISTINGS, business)).hasSize(1);
        register.stream.publish(business.id(), Register.deregistered(business));
        await("it left")
                .atMost(Duration.ofSeconds(30))
                .until(() -> due(LISTINGS, business).isEmpty());
    }

    @Test
    void an_entry_whose_report_was_put_right_waits_five_working_days_for_an_officer() {
        Business business = filed();
        String entry = officer.lists(business.id(), "ABN_FALSE", 2025, "2026-06-01")
                .then()
                .statusCode(201)
                .extract()
                .path("entryId");
        assertThat(due(REMOVALS, business)).isEmpty();
        on("2026-07-15");
        page.files(business.id(), Desk.report(2025)).then().statusCode(200);
        assertThat(due(REMOVALS, business))
                .containsExactly(Map.of(
                        "entryId",
                        entry,
                        "bizId",
                        business.id().value(),
                        "ground",
                        "ABN_FALSE",
                        "reportYear",
                        2025,
                        "listedOn",
                        "2026-06-01",
                        "how",
                        "REPORT_CORRECTED",
                        "curedOn",
                        "2026-07-15",
                        "removeBy",
                        "2026-07-22",
                        "overdue",
                        false));
        on("2026-07-23");
        page.files(business.id(), Desk.report(2025)).then().statusCode(200);
        assertThat(overdue(REMOVALS, business)).containsExactly(true);
        officer.removes(entry, "CURED").then().statusCode(200);
        assertThat(due(REMOVALS, business)).isEmpty();
    }

    @Test
    void another_name_and_another_address_cure_and_an_annulment_takes_that_back() {
        Business business = known();
        officer.unreachable(business, "2026-06-01");
        officer.lists(business.id(), "ABN_NAME", null, "2026-06-01").then().statusCode(201);
        register.stream.publish(business.id(), Register.renamed(business, "张掖市甘州区新王面馆（个体工商户）"));
        await("the name cures")
                .atMost(Duration.ofSeconds(30))
                .until(() -> grounds(business), List.of("ABN_NAME")::equals);
        register.stream.publish(business.id(), Register.moved(business, Register.COUNTY));
        await("the address cures")
                .atMost(Duration.ofSeconds(30))
                .until(() -> grounds(business), List.of("ABN_UNREACHABLE", "ABN_NAME")::equals);
        assertThat(due(REMOVALS, business))
                .extracting(one -> one.get("how"))
                .containsExactly("ADDRESS_CHANGED", "NAME_CHANGED");

        register.stream.publish(business.id(), Register.annulled(business, Register.TOWNSHIP, business.tenure()));
        await("nothing is cured")
                .atMost(Duration.ofSeconds(30))
                .until(() -> grounds(business).isEmpty());
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_UNREACHABLE", "ABN_NAME");
    }

    private Business filed() {
        Business business = known();
        page.files(business.id(), Desk.report(2025)).then().statusCode(200);
        return business;
    }

    private void found(String check, Business business, String result) {
        officer.post(
                        "/spot-checks/" + check + "/results",
                        Map.of("bizId", business.id().value(), "result", result))
                .then()
                .statusCode(200);
    }

    private List<Object> grounds(Business business) {
        return due(REMOVALS, business).stream().map(one -> one.get("ground")).toList();
    }

    private List<Object> overdue(String path, Business business) {
        return due(path, business).stream().map(one -> one.get("overdue")).toList();
    }

    /** Read page by page to the end; other tests leave their own there. */
    private List<Map<String, Object>> due(String path, Business business) {
        List<Map<String, Object>> found = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            var next = officer.get(path + "?limit=1" + cursor).jsonPath();
            found.addAll(next.getList("items"));
            cursor = next.getString("next") == null ? null : "&cursor=" + next.getString("next");
        }
        assertThat(found).doesNotHaveDuplicates();
        return found.stream()
                .filter(one -> business.id().value().equals(one.get("bizId")))
                .toList();
    }
}
