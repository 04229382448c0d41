package io.hutong.credit;

import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.identity.OperatorTenureId;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The one screen on which an operator files: what it asks to be typed, counted as it is sent to the page. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportFormIT extends CreditDesks {
    private static final int MOST_TYPED = 5;

    @Test
    void no_year_asks_more_than_five_fields_to_be_typed_and_the_phone_is_typed_once_for_all() {
        on("2028-08-01");
        Business business = known();
        assertThat(typed(business))
                .hasSize(3)
                .allSatisfy(fields -> assertThat(fields)
                        .containsExactly("turnover", "taxPaid", "employees", "contactPhone")
                        .hasSizeLessThanOrEqualTo(MOST_TYPED));
        assertThat(typedOnTheScreen(business)).isEqualTo(3 * 3 + 1);
    }

    @Test
    void the_phone_of_the_operator_s_last_report_is_there_already() {
        on("2028-08-01");
        Business business = known();
        page.files(business.id(), report(2025)).then().statusCode(200);
        on("2028-08-02");
        Map<String, String> moved = Desk.content();
        moved.put("contactPhone", "0936-8210000");
        page.files(business.id(), report(2026, true, moved)).then().statusCode(200);
        page.get(form(business))
                .then()
                .body("items.year", contains(2027))
                .body("items[0].prefilled", equalTo(Map.of("contactPhone", "0936-8210000")));
        assertThat(typed(business)).containsExactly(List.of("turnover", "taxPaid", "employees"));
    }

    @Test
    void nothing_is_taken_over_from_another_operator_or_from_what_was_handed_in_on_paper() {
        on("2028-08-01");
        Business passed = known();
        page.files(passed.id(), report(2025)).then().statusCode(200);
        register.stream.publish(passed.id(), Register.passed(passed, new OperatorTenureId(UUID.randomUUID())));
        await("the next operator is known")
                .atMost(Duration.ofSeconds(30))
                .until(() -> page.get(Desk.reportsOf(passed.id())).path("items[0].content") == null);
        Business onPaper = known();
        officer.files(onPaper.id(), report(2025)).then().statusCode(200);
        for (Business business : List.of(passed, onPaper)) {
            page.get(form(business)).then().body("items.prefilled", contains(Map.of(), Map.of()));
            assertThat(typedOnTheScreen(business)).isEqualTo(2 * 3 + 1);
        }
    }

    private static String form(Business business) {
        return Desk.reportsOf(business.id()) + "/form";
    }

    /** Of each year what the operator must type, because nothing is known of it. */
    private List<List<String>> typed(Business business) {
        JsonPath screen = page.get(form(business)).jsonPath();
        List<List<String>> years = new ArrayList<>();
        for (int i = 0; i < screen.getList("items").size(); i++) {
            Set<String> known =
                    screen.<String, String>getMap("items[" + i + "].prefilled").keySet();
            years.add(
                    screen
                            .<String>getList("items[" + i + "].fields.findAll { it.filledBy == 'OPERATOR' }.name")
                            .stream()
                            .filter(field -> !known.contains(field))
                            .toList());
        }
        return years;
    }

    /** What is the same in every year counts once. */
    private int typedOnTheScreen(Business business) {
        Set<String> carried = new HashSet<>(
                page.get(form(business)).jsonPath().<String>getList("items[0].fields.findAll { it.carried }.name"));
        List<String> all = typed(business).stream().flatMap(List::stream).toList();
        long once = all.stream().filter(carried::contains).distinct().count();
        long each = all.stream().filter(field -> !carried.contains(field)).count();
        return (int) (once + each);
    }
}
