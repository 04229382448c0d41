package io.hutong.credit;

import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every decision of an officer names a person; a client of the issuer is a desk at which many work. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfficerIT extends CreditDesks {
    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeEach
    void inAugust() {
        on("2026-08-03");
    }

    @Test
    void a_decision_names_the_officer_and_not_the_desk() {
        Business business = known();
        String entryId = officer.lists(business.id(), "ABN_UNREACHABLE", null, "2026-08-01")
                .then()
                .statusCode(201)
                .body("listing.by", equalTo(Desk.OFFICER))
                .extract()
                .path("entryId");
        officer.removes(entryId, "CURED").then().statusCode(200).body("removal.by", equalTo(Desk.OFFICER));
    }

    @Test
    void without_an_officer_nothing_is_decided() {
        Business business = known();
        Desk nobody = Desk.nobodyNamed();
        nobody.lists(business.id(), "ABN_UNREACHABLE", null, "2026-08-01")
                .then()
                .statusCode(400)
                .body("violations.code", contains("officer.required"));
        nobody.post("/spot-checks", Map.of("reportYear", 2025, "size", 1, "seed", "x"))
                .then()
                .statusCode(400)
                .body("violations.code", contains("officer.required"));
        assertThat(database.number(
                        "select count(*) from abnormal_entry where biz_id = ?",
                        business.id().value()))
                .isZero();
    }

    @Test
    void a_name_is_no_number() {
        officer.request()
                .header("Officer", "zhang san")
                .header("Idempotency-Key", "a-name")
                .body(Map.of("reportYear", 2025, "size", 1, "seed", "x"))
                .post("/spot-checks")
                .then()
                .statusCode(400)
                .body("violations.code", contains("officer.required"));
    }

    @Test
    void an_operator_at_the_filing_page_needs_no_officer_and_a_paper_report_at_the_desk_does() {
        Business business = known();
        page.files(business.id(), report(2025)).then().statusCode(200);
        Business onPaper = known();
        Desk.nobodyNamed().files(onPaper.id(), report(2025)).then().statusCode(400);
        officer.files(onPaper.id(), report(2025)).then().statusCode(200);
        assertThat(database.number(
                        "select count(*) from annual_report where biz_id = ? and filed_by = ?",
                        onPaper.id().value(),
                        Desk.OFFICER))
                .isEqualTo(1);
    }
}
