package io.hutong.credit;

import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.hutong.events.AbnormalGround;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who is put on the abnormal operations list, and how an entry ends: by itself, by an officer, by an objection. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class AbnormalListIT extends CreditDesks {
    private static final Instant AUGUST = Instant.parse("2026-08-03T02:00:00Z");

    @BeforeEach
    void inAugust() {
        clock.startAt(AUGUST);
    }

    @Test
    void scenario_10_who_files_the_missing_report_online_is_removed_at_once_and_that_is_stated() {
        Business business = known();
        String entryId = officer.lists(business.id(), "ABN_REPORT", 2025, "2026-07-01")
                .then()
                .statusCode(201)
                .body("publishFrom", equalTo("2026-08-03"))
                .body("publishTo", equalTo("2027-06-30"))
                .body("listBy", equalTo("2026-07-14"))
                .body("uscc", equalTo(business.uscc().value()))
                .body("name", equalTo("张掖市甘州区老王面馆（个体工商户）"))
                .body("listing.number", matchesPattern("甘市监异列字〔2026〕[1-9][0-9]*号"))
                .extract()
                .path("entryId");
        AbnormalListed listed = stated.about(business, AbnormalListed.class, 1).get(0);
        assertThat(listed.entryId().value()).isEqualTo(entryId);
        assertThat(List.of(listed.ground(), listed.listedOn(), listed.uscc()))
                .containsExactly(AbnormalGround.ABN_REPORT, LocalDate.of(2026, 8, 3), business.uscc());
        assertThat(listed.reportYear()).isEqualTo(2025);

        page.files(business.id(), report(2025)).then().statusCode(200).body("items.state", contains("FILED_LATE"));

        AbnormalRemoved removed =
                stated.about(business, AbnormalRemoved.class, 1).get(0);
        assertThat(removed.entryId()).isEqualTo(listed.entryId());
        assertThat(removed.mode()).isEqualTo(Mode.AUTO_REPAIR);
        assertThat(removed.stillListed()).isFalse();
        officer.get("/abnormal-entries/" + entryId)
                .then()
                .body("open", equalTo(false))
                .body("removalMode", equalTo("AUTO_REPAIR"))
                .body("removal.by", equalTo("SYSTEM"))
                .body("removal.number", matchesPattern("甘市监异移字〔2026〕[1-9][0-9]*号"));
    }

    @Test
    void another_open_ground_keeps_the_business_on_the_list() {
        Business business = known();
        officer.lists(business.id(), "ABN_UNREACHABLE", null, "2026-07-20")
                .then()
                .statusCode(201);
        officer.lists(business.id(), "ABN_REPORT", 2025, "2026-07-01").then().statusCode(201);
        page.files(business.id(), report(2025)).then().statusCode(200);

        List<AbnormalRemoved> removed = stated.about(business, AbnormalRemoved.class, 1);
        assertThat(removed).extracting(AbnormalRemoved::ground).containsExactly(AbnormalGround.ABN_REPORT);
        assertThat(removed.get(0).stillListed()).isTrue();
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_UNREACHABLE");
    }

    @Test
    void only_the_last_missing_report_removes_and_then_every_entry_for_reports_goes() {
        clock.startAt(Instant.parse("2027-08-02T02:00:00Z"));
        Business business = known();
        officer.lists(business.id(), "ABN_REPORT", 2025, "2026-07-01").then().statusCode(201);
        officer.lists(business.id(), "ABN_REPORT", 2026, "2027-07-01").then().statusCode(201);
        page.files(business.id(), report(2026)).then().statusCode(200);
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_REPORT", "ABN_REPORT");

        page.files(business.id(), report(2025)).then().statusCode(200);
        List<AbnormalRemoved> removed = stated.about(business, AbnormalRemoved.class, 2);
        assertThat(removed).extracting(AbnormalRemoved::reportYear).containsExactly(2025, 2026);
        assertThat(removed).extracting(AbnormalRemoved::stillListed).containsExactly(true, false);
        assertThat(officer.openGrounds(business.id())).isEmpty();
    }

    @Test
    void a_false_report_is_corrected_after_its_time_and_an_officer_removes_the_entry() {
        Business business = known();
        page.files(business.id(), report(2025)).then().statusCode(200);
        page.files(business.id(), report(2025)).then().statusCode(409);
        String entryId = officer.lists(business.id(), "ABN_FALSE", 2025, "2026-08-01")
                .then()
                .statusCode(201)
                .body("publishTo", equalTo(null))
                .extract()
                .path("entryId");
        page.files(business.id(), report(2025)).then().statusCode(200).body("items[0].revision", equalTo(2));
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_FALSE");

        officer.removes(entryId, "CURED").then().statusCode(200).body("removalMode", equalTo("OFFICER"));
        assertThat(stated.about(business, AbnormalRemoved.class, 1).get(0).mode())
                .isEqualTo(Mode.OFFICER);
        officer.removes(entryId, "CURED")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:already-removed"));
    }

    @Test
    void a_missing_report_is_not_cured_by_an_officer_s_word_but_an_objection_may_prove_the_listing_wrong() {
        Business business = known();
        String entryId =
                officer.lists(business.id(), "ABN_REPORT", 2025, "2026-07-01").path("entryId");
        officer.removes(entryId, "CURED")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:not-cured"))
                .body("missingYears", contains(2025));
        officer.removes(entryId, "OBJECTION").then().statusCode(422).body("violations.pointer", contains("/why"));
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_REPORT");
        new ObjectionDesk(officer, page).proveRight(business, "ABNORMAL_ENTRY", entryId);
        officer.get("/abnormal-entries/" + entryId).then().body("removalMode", equalTo("OBJECTION"));
    }

    @Test
    void a_year_that_an_objection_settled_does_not_keep_the_next_one_from_being_repaired() {
        Business business = known();
        String wrong =
                officer.lists(business.id(), "ABN_REPORT", 2025, "2026-07-01").path("entryId");
        new ObjectionDesk(officer, page).proveRight(business, "ABNORMAL_ENTRY", wrong);
        clock.startAt(Instant.parse("2027-08-02T02:00:00Z"));
        officer.lists(business.id(), "ABN_REPORT", 2026, "2027-07-01").then().statusCode(201);
        page.files(business.id(), report(2026)).then().statusCode(200);
        assertThat(stated.about(business, AbnormalRemoved.class, 2))
                .extracting(AbnormalRemoved::mode)
                .containsExactly(Mode.OBJECTION, Mode.AUTO_REPAIR);
        officer.lists(business.id(), "ABN_REPORT", 2025, "2027-07-01")
                .then()
                .statusCode(422)
                .body("violations.code", contains("entry.report-not-missing"));
    }

    @Test
    void the_entry_of_a_business_that_ended_is_not_in_the_list_and_an_officer_may_end_it() {
        Business business = known();
        String entryId =
                officer.lists(business.id(), "ABN_REPORT", 2025, "2026-07-01").path("entryId");
        register.stream.publish(business.id(), Register.deregistered(business));
        await("it left")
                .atMost(Duration.ofSeconds(30))
                .until(() -> page.files(business.id(), report(2025)).statusCode() == 409);
        assertThat(everyOpen()).doesNotContain(business.id().value());
        officer.removes(entryId, "CURED").then().statusCode(200);
    }

    @Test
    void nobody_is_listed_without_ground_or_twice_on_the_same() {
        Business business = known();
        officer.lists(business.id(), "ABN_REPORT", 2024, "2026-07-01")
                .then()
                .statusCode(422)
                .body("violations.code", contains("entry.report-not-missing"));
        officer.lists(business.id(), "ABN_REPORT", null, "2026-07-01")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/reportYear"));
        officer.lists(business.id(), "ABN_UNREACHABLE", 2025, "2026-07-01")
                .then()
                .statusCode(422)
                .body("violations.code", contains("entry.report-year"));
        officer.lists(business.id(), "ABN_FALSE", 2025, "2026-07-01")
                .then()
                .statusCode(422)
                .body("violations.code", contains("entry.report-not-filed"));
        officer.lists(business.id(), "ABN_REPORT", 2025, "2026-06-30")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/provenOn"));
        officer.lists(business.id(), "ABN_UNREACHABLE", null, "2026-08-04")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("date.future"));
        officer.lists(business.id(), "ABN_UNREACHABLE", null, "2026-07-20")
                .then()
                .statusCode(201);
        officer.lists(business.id(), "ABN_UNREACHABLE", null, "2026-07-20")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:already-listed"));
        officer.get("/abnormal-entries/" + UUID.randomUUID()).then().statusCode(404);
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_UNREACHABLE");
    }

    @Test
    void the_list_as_it_stands_is_read_page_by_page() {
        Business one = known();
        Business other = known();
        officer.lists(one.id(), "ABN_NAME", null, "2026-07-20").then().statusCode(201);
        officer.lists(other.id(), "ABN_NAME", null, "2026-07-20").then().statusCode(201);
        assertThat(everyOpen()).containsSubsequence(one.id().value(), other.id().value());
    }

    private List<String> everyOpen() {
        List<String> found = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            var next = officer.get("/abnormal-entries?limit=1" + cursor).jsonPath();
            found.addAll(next.getList("items.bizId"));
            cursor = next.getString("next") == null ? null : "&cursor=" + next.getString("next");
        }
        return found;
    }
}
