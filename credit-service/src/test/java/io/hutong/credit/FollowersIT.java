package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.credit.consent.TestBanks;
import io.hutong.identity.OperatorTenureId;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who operates a business sees which banks are told of its changes, also those that began under another operator. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class FollowersIT extends CreditDesks {

    private final String both = TestBanks.next();
    private final String first = both + "A";
    private final String second = both + "B";

    @BeforeEach
    void inAugust() {
        on("2026-08-03");
    }

    @Test
    void the_next_operator_sees_who_follows_and_nothing_of_what_the_former_one_had_to_do_with_it() {
        Business business = known();
        String path = "/businesses/" + business.id() + "/followers";
        page.get(path).then().statusCode(200).body("items", equalTo(List.of()));
        BankDesk.another(first).follows(business).then().statusCode(200);
        page.get(path).then().body("items.organisation", contains(first)).body("items.purpose", contains("POST_LOAN"));
        assertThat(page.get(path).jsonPath().getString("items[0].since")).startsWith("2026-08-03T");

        register.stream.publish(business.id(), Register.passed(business, new OperatorTenureId(UUID.randomUUID())));
        await("the next operator is known")
                .atMost(Duration.ofSeconds(30))
                .until(() -> page.get("/businesses/" + business.id() + "/looks")
                        .jsonPath()
                        .getList("items")
                        .isEmpty());
        JsonPath shown = page.get(path).jsonPath();
        assertThat(shown.<String>getList("items.organisation")).containsExactly(first);
        assertThat(shown.getString("items[0].purpose")).isNull();
        assertThat(shown.getString("items[0].since")).isNull();

        BankDesk.another(second).follows(business).then().statusCode(200);
        BankDesk.another(first).follows(business).then().statusCode(200);
        shown = page.get(path).jsonPath();
        assertThat(shown.<String>getList("items.organisation")).containsExactly(first, second);
        assertThat(shown.<String>getList("items.purpose")).containsExactly(null, "POST_LOAN");
        assertThat(officer.get(path).jsonPath().<String>getList("items.purpose"))
                .containsExactly("POST_LOAN", "POST_LOAN");
    }

    @Test
    void who_follows_no_more_is_not_shown_and_of_an_unknown_business_there_is_nothing() {
        Business business = known();
        BankDesk.another(first).follows(business).then().statusCode(200);
        BankDesk.another(first).followsNoMore(business).then().statusCode(200);
        page.get("/businesses/" + business.id() + "/followers").then().body("items", equalTo(List.of()));
        page.get("/businesses/" + UUID.randomUUID() + "/followers").then().statusCode(404);
    }
}
