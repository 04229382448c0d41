package io.hutong.tax;

import static io.hutong.tax.TaxClient.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.ScopeItem;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.identity.ChangeId;
import io.hutong.tax.Register.Business;
import io.hutong.testing.HutongTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What an officer refused stays a difference to the register until the same thing is changed again. */
@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedFactsIT {

    @Test
    void a_refused_name_is_made_good_by_another_name_and_not_by_a_scope() {
        try (Register register = new Register()) {
            Business business = register.opened();
            says(register, business, completed(business.opening(), 0));
            TaxClient.fact(business.id(), "OTHER_OPEN.NON_NORMAL", "YES");
            ChangeId name = Register.change();
            register.publish(business, register.renamed(business, name, "不许的名字"));
            await("held")
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> register.answersAbout(business, name).stream().anyMatch(ChangeHeld.class::isInstance));
            TaxClient.posting()
                    .contentType("application/json")
                    .body("{\"reason\":\"依法不予办理\"}")
                    .post("/changes/" + name + "/refusal")
                    .then()
                    .statusCode(200);
            TaxClient.fact(business.id(), "OTHER_OPEN.NON_NORMAL", "NO");

            ChangeId scope = Register.change();
            register.publish(business, register.scoped(business, scope, new ScopeItem("G2", "食品销售")));
            says(register, business, completed(scope, 1));
            officer()
                    .get("/taxpayers/" + business.id())
                    .then()
                    .body("divergent", equalTo(true))
                    .body("refused", equalTo(List.of(name.value())));

            ChangeId other = Register.change();
            register.publish(business, register.renamed(business, other, "另一个名字"));
            says(register, business, completed(other, 0));
            officer()
                    .get("/taxpayers/" + business.id())
                    .then()
                    .body("divergent", equalTo(false))
                    .body("refused", empty());
        }
    }

    private static TaxEvent completed(ChangeId change, int followUps) {
        return new ChangeCompleted(change, Mode.AUTO, followUps, null);
    }

    private static void says(Register register, Business business, TaxEvent expected) {
        await("said")
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(register.answers(business)).contains(expected));
    }
}
