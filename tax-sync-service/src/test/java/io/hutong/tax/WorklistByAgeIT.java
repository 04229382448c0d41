package io.hutong.tax;

import static io.hutong.tax.TaxClient.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.identity.ChangeId;
import io.hutong.tax.Register.Business;
import io.hutong.testing.HutongTestResource;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorklistByAgeIT {

    @SuppressWarnings("NullAway.Init") // by the test resource
    TestDatabase database;

    @Test
    void by_age_the_worklist_has_what_was_held_so_many_days_ago_or_longer() throws SQLException {
        try (Register register = new Register()) {
            String fresh = held(register).value();
            String twoDays = held(register).value();
            moveBack(twoDays, 2);

            assertThat(olderThan(0)).contains(fresh, twoDays);
            assertThat(olderThan(1)).contains(twoDays).doesNotContain(fresh);
            assertThat(olderThan(2)).contains(twoDays);
            assertThat(olderThan(3)).doesNotContain(twoDays, fresh);
        }
    }

    private void moveBack(String change, int days) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement update = connection.prepareStatement(
                        "update tax_change set held_since = held_since - interval ? day where id = ?")) {
            update.setInt(1, days);
            update.setString(2, change);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static List<String> olderThan(int days) {
        List<String> listed = new ArrayList<>();
        Map<String, Object> query = new HashMap<>(Map.of("limit", 200, "olderThanDays", days));
        String next;
        do {
            JsonPath page = officer()
                    .queryParams(query)
                    .get("/held-changes")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.changeId"));
            next = page.getString("next");
            query.put("cursor", String.valueOf(next));
        } while (next != null);
        return listed;
    }

    private static ChangeId held(Register register) {
        Business business = register.opened();
        await("opened")
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(register.answersAbout(business, business.opening()))
                        .contains(new ChangeCompleted(business.opening(), Mode.AUTO, 0, null)));
        TaxClient.fact(business.id(), "OTHER_OPEN.NON_NORMAL", "YES");
        ChangeId change = Register.change();
        register.publish(business, register.renamed(business, change, "新名字"));
        await("held")
                .atMost(Duration.ofSeconds(40))
                .until(() -> register.answersAbout(business, change).stream().anyMatch(ChangeHeld.class::isInstance));
        return change;
    }
}
