package io.hutong.registration;

import static io.hutong.events.OperatorChangeKind.INTER_VIVOS;
import static io.hutong.registration.Credit.LAST_YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.SeriousListed;
import io.hutong.events.RegistrationEvent.OperatorChanged;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.testing.RawEvent;
import io.hutong.time.LegalTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Conditions that no longer hold when the certificate comes: nothing is registered, nothing is lost, and it goes on by itself. */
@QuarkusTest
@RegistrationServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionsAgainIT extends TransfersUnderWay {
    @Test
    void with_conditions_still_met_the_certificate_registers_and_the_grounds_say_that_they_were_asked_again() {
        Affair affair = affair();
        says(affair, Credit.filed(LAST_YEAR));
        tax.says(affair.bizId(), Tax.issued(affair.changeId(), affair.tenureId()));

        JsonPath registered = untilState(affair, "REGISTERED");
        assertThat(registered.<Object>get("conditions")).isNull();
        assertThat(steps(affair)).containsExactly("CLEARANCE_REQUESTED", "CLEARANCE_ISSUED", "REGISTERED");
        JsonPath grounds = grounds(affair);
        assertThat(grounds.getString("conditionsAgain.outcome")).isEqualTo("MET");
        assertThat(grounds.getString("conditionsAgain.decidedFor"))
                .isEqualTo(LegalTime.today(clock).toString());
        assertThat(grounds.getString("ruling.conditionsBy.outcome")).isEqualTo("MET");
    }

    @Test
    void who_was_listed_meanwhile_is_not_registered_and_told_why_by_whom_since_when_and_what_would_turn_it() {
        Affair affair = affair();
        assertThat(grounds(affair).<Object>get("conditionsAgain")).isNull();
        ClearanceIssued issued = heldFor(affair, Credit.withoutReport());

        JsonPath held = view(affair);
        assertThat(held.getString("state")).isEqualTo("AWAITING_CONDITIONS");
        assertThat(held.getString("clearance.state")).isEqualTo("ISSUED");
        assertThat(held.getString("clearance.certificateId"))
                .isEqualTo(issued.certificateId().value());
        assertThat(held.getString("conditions.ruleSet")).isEqualTo("registration.operator-change-conditions/2025.1");
        assertThat(held.getString("conditions.askedOn"))
                .isEqualTo(LegalTime.today(clock).toString());
        assertThat(held.getList("conditions.unmet.condition", String.class)).containsExactly("C3", "C4");
        assertThat(held.getList("conditions.unmet.answeredBy", String.class))
                .containsExactly("AMR_CREDIT", "AMR_CREDIT");
        assertThat(held.getString("conditions.unmet[1].zh"))
                .isEqualTo("在经营异常名录或严重违法失信名单（个体工商户登记管理规定（市场监管总局令第103号）第十八条）");
        assertThat(held.getString("conditions.unmet[1].en"))
                .isEqualTo("C4, on the abnormal or serious-violation list"
                        + " (Registration of Individual Businesses (SAMR Order 103) art. 18)");
        assertThat(turns(held)).containsExactly(List.of("LAST_REPORT_FILED yes", "LISTED no"));
        assertThat(held.getList("conditions.unmet.who", String.class)).containsExactly("BIZ", "BIZ");
        String since = held.getString("conditions.unmet[0].since");
        assertThat(held.getList("openPoints"))
                .isEqualTo(List.of(
                        Map.of("who", "BIZ", "what", "C3", "count", 1, "since", since),
                        Map.of("who", "BIZ", "what", "C4", "count", 1, "since", since)));
        assertThat(steps(affair)).containsExactly("CLEARANCE_REQUESTED", "CLEARANCE_ISSUED", "CONDITIONS_UNMET");
        JsonPath grounds = grounds(affair);
        assertThat(grounds.getString("ruling.conditionsBy.outcome")).isEqualTo("MET");
        assertThat(grounds.getString("conditionsAgain.outcome")).isEqualTo("REFUSED");
        assertThat(grounds.prettify()).contains("甘市监异字〔2026〕1号");

        assertThat(operator(affair)).isNotEqualTo(affair.heir());
        assertThat(stated(affair)).doesNotContain("operator-changed");
        assertThat(clerk.get("/operator-changes?state=AWAITING_CONDITIONS&limit=200")
                        .jsonPath()
                        .getList("items.changeId", String.class))
                .contains(affair.changeId());
        Response second = clerk.post(
                "/businesses/" + affair.bizId() + "/operator-changes",
                Clerk.operatorChange(INTER_VIVOS, Clerk.operator("另一人", 10 * Clerk.number() + 3)),
                2);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.<String>path("changeId")).isEqualTo(affair.changeId());
    }

    @Test
    void once_the_late_report_is_filed_and_the_entry_removed_it_is_registered_by_itself() {
        Affair affair = affair();
        AbnormalListed entry = Credit.withoutReport();
        ClearanceIssued issued = heldFor(affair, entry);
        String since = view(affair).getString("conditions.unmet[1].since");

        credit.says(affair.bizId(), Credit.filed(LAST_YEAR));
        await("one condition less")
                .until(() -> view(affair).getList("conditions.unmet.condition").equals(List.of("C4")));
        assertThat(view(affair).getString("conditions.unmet[0].since")).isEqualTo(since);

        RawEvent removal = credit.stream.publish(affair.id(), Credit.removed(entry));
        JsonPath registered = untilState(affair, "REGISTERED");
        assertThat(registered.<Object>get("conditions")).isNull();
        assertThat(registered.getString("effectiveOn"))
                .isEqualTo(LegalTime.today(clock).toString());
        assertThat(registered.getList("timeline.detail", String.class))
                .containsExactly("", "NEVER_TAXED", "C3, C4", "C4", "");
        assertThat(operator(affair)).isEqualTo(affair.heir());
        RawEvent said = changed(affair);
        assertThat(said.header("ce_causationid")).isEqualTo(removal.header("ce_id"));
        assertThat(((OperatorChanged) tax.stream.read(said)).certificateId()).isEqualTo(issued.certificateId());
        assertThat(grounds(affair).getString("conditionsAgain.outcome")).isEqualTo("MET");
        assertThat(database.number(
                        "select count(*) from operator_change where change_id = ? and request is null",
                        affair.changeId()))
                .isEqualTo(1);
    }

    @Test
    void who_was_put_on_the_serious_violation_list_meanwhile_waits_until_it_has_left() {
        Affair affair = affair();
        SeriousListed entry = Credit.seriously();
        heldFor(affair, entry);
        assertThat(view(affair).getList("conditions.unmet.condition", String.class))
                .containsExactly("C4");

        credit.says(affair.bizId(), Credit.removed(entry));
        untilState(affair, "REGISTERED");
    }

    @Test
    void a_removal_that_comes_before_the_certificate_leaves_nothing_to_wait_for() {
        Affair affair = affair();
        AbnormalListed entry = Credit.unreachable();
        says(affair, entry);
        says(affair, Credit.removed(entry));
        tax.says(affair.bizId(), Tax.issued(affair.changeId(), affair.tenureId()));

        untilState(affair, "REGISTERED");
        assertThat(steps(affair)).containsExactly("CLEARANCE_REQUESTED", "CLEARANCE_ISSUED", "REGISTERED");
    }
}
