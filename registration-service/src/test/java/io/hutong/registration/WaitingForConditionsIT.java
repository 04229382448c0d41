package io.hutong.registration;

import static io.hutong.events.OperatorChangeKind.INTER_VIVOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.Block;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.RegistrationEvent.OperatorChanged;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.events.TaxEvent.ClearanceRevoked;
import io.hutong.identity.ChangeId;
import io.hutong.testing.RawEvent;
import io.hutong.time.LegalTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What may become of an application while it waits for its conditions: of its certificate, of itself, of the business. */
@QuarkusTest
@RegistrationServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitingForConditionsIT extends TransfersUnderWay {
    @Test
    void a_certificate_that_expired_while_it_waited_is_asked_for_anew_once_the_conditions_are_met() {
        Affair affair = affair();
        AbnormalListed entry = Credit.unreachable();
        says(affair, entry);
        tax.says(affair.bizId(), Tax.issued(affair.changeId(), affair.tenureId(), LegalTime.today(clock)));
        untilState(affair, "AWAITING_CONDITIONS");

        clock.advance(Duration.ofDays(1));
        JsonPath lapsed = view(affair);
        assertThat(lapsed.getString("state")).isEqualTo("AWAITING_CONDITIONS");
        assertThat(lapsed.getList("openPoints.who", String.class)).containsExactly("BIZ", "AMR");
        assertThat(lapsed.getList("openPoints.what", String.class)).containsExactly("C4", "CLEAR_AGAIN");
        RawEvent removal = credit.stream.publish(affair.id(), Credit.removed(entry));
        JsonPath again = untilState(affair, "AWAITING_TAX_CLEARANCE");
        assertThat(again.<Object>get("conditions")).isNull();
        assertThat(again.getString("clearance.state")).isEqualTo("REQUESTED");
        assertThat(again.getList("openPoints.what", String.class)).containsExactly("CLEAR");
        assertThat(steps(affair)).endsWith("CONDITIONS_UNMET", "CLEARANCE_EXPIRED", "CLEARANCE_REQUESTED");
        await("tax is asked again")
                .until(() -> said(affair, "clearance-requested").size() == 2);
        assertThat(said(affair, "clearance-requested").get(1).header("ce_causationid"))
                .isEqualTo(removal.header("ce_id"));
        assertThat(operator(affair)).isNotEqualTo(affair.heir());

        ClearanceIssued second = Tax.issued(affair.changeId(), affair.tenureId());
        tax.says(affair.bizId(), second);
        untilState(affair, "REGISTERED");
        OperatorChanged changed = (OperatorChanged) tax.stream.read(changed(affair));
        assertThat(changed.certificateId()).isEqualTo(second.certificateId());
    }

    @Test
    void for_a_certificate_that_comes_after_its_last_day_tax_is_asked_for_another() {
        Affair affair = affair();
        ClearanceIssued late = Tax.issued(
                affair.changeId(), affair.tenureId(), LegalTime.today(clock).minusDays(1));
        says(affair, late);
        JsonPath again = view(affair);
        assertThat(again.getString("state")).isEqualTo("AWAITING_TAX_CLEARANCE");
        assertThat(again.getString("clearance.state")).isEqualTo("REQUESTED");
        assertThat(steps(affair))
                .containsExactly("CLEARANCE_REQUESTED", "CLEARANCE_ISSUED", "CLEARANCE_EXPIRED", "CLEARANCE_REQUESTED");
        await("tax is asked again")
                .until(() -> said(affair, "clearance-requested").size() == 2);

        says(affair, Tax.clearanceHeld(affair.changeId(), Tax.PAY));
        says(affair, new ClearanceRevoked(ChangeId.of(affair.changeId()), late.certificateId(), "OFFICER_DECISION"));
        assertThat(view(affair).getString("clearance.state")).isEqualTo("HELD");
        assertThat(view(affair).getList("openPoints.what", String.class)).containsExactly("PAY");

        tax.says(affair.bizId(), Tax.issued(affair.changeId(), affair.tenureId()));
        untilState(affair, "REGISTERED");
    }

    @Test
    void a_certificate_that_was_revoked_while_it_waited_registers_nothing_when_the_conditions_are_met() {
        Affair affair = affair();
        AbnormalListed entry = Credit.unreachable();
        ClearanceIssued issued = heldFor(affair, entry);
        says(
                affair,
                new ClearanceRevoked(
                        ChangeId.of(affair.changeId()), issued.certificateId(), TaxEvent.OFFICER_DECISION));
        assertThat(view(affair).getString("clearance.state")).isEqualTo("REVOKED");
        says(affair, Tax.clearanceHeld(affair.changeId(), new Block(Block.Class.TAX_INTERNAL, 1)));
        JsonPath back = view(affair);
        assertThat(back.getString("state")).isEqualTo("AWAITING_TAX_CLEARANCE");
        assertThat(back.getString("clearance.state")).isEqualTo("HELD");
        assertThat(back.getList("openPoints.who", String.class)).containsExactly("TAX");
        assertThat(back.getList("openPoints.what", String.class)).containsExactly("TAX_INTERNAL");

        says(affair, Credit.removed(entry));
        assertThat(view(affair).getString("state")).isEqualTo("AWAITING_TAX_CLEARANCE");
        assertThat(operator(affair)).isNotEqualTo(affair.heir());

        tax.says(affair.bizId(), Tax.issued(affair.changeId(), affair.tenureId()));
        untilState(affair, "REGISTERED");
    }

    @Test
    void an_application_that_waits_for_its_conditions_can_be_withdrawn_and_stays_so() {
        Affair affair = affair();
        AbnormalListed entry = Credit.unreachable();
        heldFor(affair, entry);
        Response withdrawn =
                clerk.post("/operator-changes/" + affair.changeId() + "/withdrawal", Map.of("reason", "不转了"));
        assertThat(withdrawn.statusCode()).as(withdrawn.asString()).isEqualTo(200);

        says(affair, Credit.removed(entry));
        JsonPath ended = view(affair);
        assertThat(ended.getString("state")).isEqualTo("WITHDRAWN");
        assertThat(ended.<Object>get("conditions")).isNull();
        assertThat(ended.<Object>get("clearance")).isNull();
        assertThat(ended.getList("openPoints")).isEmpty();
        await("tax is told").until(() -> said(affair, "application-withdrawn").size() == 1);
        assertThat(said(affair, "operator-changed")).isEmpty();
        assertThat(operator(affair)).isNotEqualTo(affair.heir());
        Response anew = clerk.post(
                "/businesses/" + affair.bizId() + "/operator-changes",
                Clerk.operatorChange(INTER_VIVOS, Clerk.operator("另一人", 10 * Clerk.number() + 3)),
                3);
        assertThat(anew.statusCode()).as(anew.asString()).isEqualTo(202);
    }

    @Test
    void a_business_that_leaves_the_register_takes_its_waiting_application_along() {
        Affair affair = affair();
        heldFor(affair, Credit.unreachable());
        clerk.post("/businesses/" + affair.bizId() + "/deregistration", Map.of("reason", "不再经营"), 2)
                .then()
                .statusCode(201);
        assertThat(view(affair).getString("state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void a_certificate_that_comes_twice_is_taken_once_and_another_one_takes_its_place() {
        Affair affair = affair();
        AbnormalListed entry = Credit.unreachable();
        says(affair, entry);
        ClearanceIssued first = Tax.issued(affair.changeId(), affair.tenureId());
        RawEvent event = tax.stream.publish(affair.id(), first);
        tax.stream.send(event, event);
        ClearanceIssued second = Tax.issued(affair.changeId(), affair.tenureId());
        says(affair, second);
        says(affair, new ClearanceRevoked(ChangeId.of(affair.changeId()), first.certificateId(), "OFFICER_DECISION"));

        assertThat(steps(affair))
                .containsExactly(
                        "CLEARANCE_REQUESTED",
                        "CLEARANCE_ISSUED",
                        "CONDITIONS_UNMET",
                        "CLEARANCE_ISSUED",
                        "CLEARANCE_REVOKED");
        assertThat(view(affair).getString("state")).isEqualTo("AWAITING_CONDITIONS");

        credit.says(affair.bizId(), Credit.removed(entry));
        untilState(affair, "REGISTERED");
        OperatorChanged changed = (OperatorChanged) tax.stream.read(changed(affair));
        assertThat(changed.certificateId()).isEqualTo(second.certificateId());
    }
}
