package io.hutong.tax;

import static io.hutong.tax.TaxClient.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.Regime;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.Register.Business;
import io.hutong.testing.HutongTestResource;
import io.hutong.time.LegalTime;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class FactsOfTenuresIT {
    private final OperatorTenureId next = Register.tenure();
    private final LocalDate before = LegalTime.today(Clock.systemUTC()).minusDays(30);

    @Test
    void a_file_and_an_officer_give_what_was_before_the_current_operator_to_the_one_they_name_or_to_nobody() {
        try (Register register = new Register()) {
            Business business = passedOn(register);
            String uscc = business.uscc().value();

            String location = TaxClient.posting()
                    .contentType("text/csv; charset=UTF-8")
                    .body("uscc,tenureId,item,value,amountFen,validFrom,source,note\n"
                            + uscc + "," + business.tenure() + ",FINES,YES,5000," + before + ",金税,\n"
                            + uscc + ",,FINES,YES,7000," + before + ",金税,\n"
                            + uscc + ",,FINES,NO,,,金税,\n"
                            + uscc + ",甲,FINES,NO,,,金税,\n")
                    .post("/facts-imports")
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location");
            String path = location.substring(location.indexOf("/facts-imports"));
            await("done")
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> officer()
                            .get(path)
                            .then()
                            .body("state", equalTo("FINISHED"))
                            .body("taken", equalTo(2))
                            .body("refused", equalTo(2)));

            officer()
                    .get(path + "/errors")
                    .then()
                    .body("items.line", contains(3, 5))
                    .body("items.code", contains("fact.tenure", "tenure-id.uuid"))
                    .body("items.column", contains("tenureId", "tenureId"));
            JsonPath facts = officer()
                    .get("/taxpayers/" + business.id() + "/facts")
                    .then()
                    .extract()
                    .jsonPath();
            assertThat(facts.getList("items.findAll { it.item == 'FINES' }.collect { it.tenureId + ' ' + it.value }"))
                    .containsExactlyInAnyOrder(business.tenure() + " YES", next + " NO");

            TaxClient.posting()
                    .contentType("application/json")
                    .body(Map.of("item", "ARREARS", "value", "YES", "validFrom", before.toString()))
                    .post("/taxpayers/" + business.id() + "/facts")
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", equalTo(List.of("/tenureId")))
                    .body("violations.code", equalTo(List.of("fact.tenure")));
        }
    }

    private Business passedOn(Register register) {
        Business business = register.opened();
        ChangeId change = Register.change();
        register.publish(business, register.passed(business, change, business.tenure(), next, Regime.POST_SYNC, null));
        await("passed on")
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(register.answersAbout(business, change))
                        .contains(new ChangeCompleted(change, Mode.IMMEDIATE, 0, null)));
        return business;
    }
}
