package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.CreditEvent.SeparateRegisterDue;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two years on the abnormal list: stated once, and shown to officers as long as the entry stands. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeparateRegisterIT extends CreditDesks {
    @Test
    void after_two_years_it_is_stated_once_and_shown_until_the_entry_is_removed() {
        on("2026-09-01");
        Business business = known();
        String first = listed(business);
        on("2026-09-02");
        Business other = known();
        String second = listed(other);
        assertThat(due()).doesNotContain(first, second);

        on("2028-09-02");
        List<SeparateRegisterDue> stateds = stated.about(business, SeparateRegisterDue.class, 1);
        assertThat(stateds)
                .containsExactly(new SeparateRegisterDue(
                        stateds.get(0).entryId(), business.uscc(), LocalDate.of(2026, 9, 1), LocalDate.of(2028, 9, 2)));
        assertThat(stateds.get(0).entryId().value()).isEqualTo(first);
        assertThat(due()).contains(first).doesNotContain(second);
        on("2028-09-03");
        stated.about(other, SeparateRegisterDue.class, 1);
        assertThat(stated.about(business, SeparateRegisterDue.class)).hasSize(1);
        assertThat(entered()).doesNotContain(first);
        register.stream.publish(business.id(), Register.separated(business));
        await("the register put it there").until(() -> entered().contains(first));
        assertThat(entered()).doesNotContain(second);
        officer.removes(first, "CURED").then().statusCode(200);
        assertThat(due()).contains(second).doesNotContain(first);
    }

    private String listed(Business business) {
        return officer.lists(business.id(), "ABN_UNREACHABLE", null, "2026-09-01")
                .then()
                .statusCode(201)
                .extract()
                .path("entryId");
    }

    /** On all pages: others are due by then, too. */
    private List<String> due() {
        return due("items.entryId");
    }

    /** Those of them in whose case the register has acted. */
    private List<String> entered() {
        return due("items.findAll { it.entered }.entryId");
    }

    private List<String> due(String path) {
        List<String> due = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page =
                    officer.get("/separate-register/due?limit=200" + next).jsonPath();
            due.addAll(page.getList(path, String.class));
            String cursor = page.getString("next");
            next = cursor == null ? null : "&cursor=" + cursor;
        }
        return due;
    }
}
