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
import io.hutong.tax.Register.Business;
import io.hutong.testing.HutongTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class FactsImportIT {
    private static final String HEADER = "uscc,item,value,amountFen,validFrom,source,note\n";

    @Test
    void a_file_records_its_good_lines_lists_the_broken_and_releases_what_waited() {
        try (Register register = new Register()) {
            Business business = register.business();
            register.publish(business, register.opening(business, true));
            ChangeId change = Register.change();
            register.publish(
                    business,
                    register.passed(business, change, business.tenure(), Register.tenure(), Regime.POST_SYNC, null));
            await("held")
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> register.answersAbout(business, change).size() == 2);
            String uscc = business.uscc().value();
            String good = uscc + ",EVER_HANDLED_TAX,YES,,,金税,\n"
                    + TaxClient.ITEMS.stream()
                            .map(item -> uscc + "," + item + ",NO,0,2026-01-05,金税,\"已核, 无\"\n")
                            .collect(Collectors.joining());
            String broken = "92620702PDY999990X,ARREARS,NO,,,,\n" + uscc + ",DEBTS,NO,,,,\n\nnonsense\n" + uscc
                    + ",ARREARS,NO,,,SYSTEM,\n";

            String location = TaxClient.posting()
                    .contentType("text/csv; charset=UTF-8")
                    .body(HEADER + good + broken)
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
                            .body("taken", equalTo(17))
                            .body("refused", equalTo(4)));

            officer()
                    .get(path + "/errors")
                    .then()
                    .body("items.line", contains(19, 20, 22, 23))
                    .body("items.code", contains("uscc.check", "fact.item", "csv.columns", "fact.source"))
                    .body("items.column", contains("uscc", "item", "", ""));
            await("released")
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(register.answersAbout(business, change))
                            .contains(new ChangeCompleted(change, Mode.AFTER_CLEARANCE, 0, null)));
        }
    }

    @Test
    void a_long_file_is_worked_in_steps_and_a_repeated_upload_is_the_same_import() {
        String lines = IntStream.range(0, 1201)
                .mapToObj(n -> "92620702PDY000028N,ARREARS,NO,,,,\n")
                .collect(Collectors.joining());
        List<String> locations = IntStream.range(0, 2)
                .mapToObj(n -> officer()
                        .contentType("text/csv; charset=UTF-8")
                        .body(HEADER + lines)
                        .post("/facts-imports")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location"))
                .toList();
        assertThat(locations.get(1)).isEqualTo(locations.get(0));
        String path = locations.get(0).substring(locations.get(0).indexOf("/facts-imports"));

        await("done")
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> officer()
                        .get(path)
                        .then()
                        .body("state", equalTo("FINISHED"))
                        .body("lines", equalTo(1201))
                        .body("refused", equalTo(1201)));
    }

    @Test
    void a_file_without_its_header_is_refused() {
        TaxClient.posting()
                .contentType("text/csv; charset=UTF-8")
                .body("item,value\n")
                .post("/facts-imports")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }
}
