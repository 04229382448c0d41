package io.hutong.registration;

import static io.hutong.events.OperatorChangeKind.FAMILY_INTERNAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.time.LegalTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What authorities and courts order against a business stops its transfer and its end until it is lifted. */
@QuarkusTest
@RegistrationServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class RestrictionIT extends TransfersUnderWay {
    private static final String TODAY = LocalDate.now(LegalTime.ZONE).toString();

    private final int number = Clerk.number();

    @ParameterizedTest
    @CsvSource({"CASE, C5", "FREEZE, C6"})
    void no_operator_change_is_registered_while_one_stands_not_even_within_the_family(String kind, String condition) {
        String bizId = clerk.open(Clerk.aFamilyShop(number));
        Map<String, Object> change =
                Clerk.operatorChange(FAMILY_INTERNAL, Clerk.operator("试乙" + number, 10 * number + 1));
        String id = imposed(bizId, kind);

        Response refused = clerk.post("/businesses/" + bizId + "/operator-changes", change, 1);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("violations.code", String.class)).containsExactly(condition);

        assertThat(lift(bizId, id).statusCode()).isEqualTo(200);
        assertThat(clerk.post("/businesses/" + bizId + "/operator-changes", change, 1)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void an_application_that_tax_cleared_waits_for_the_last_one_to_be_lifted_and_goes_on_by_itself() {
        Affair affair = affair();
        String first = imposed(affair.bizId(), "FREEZE");
        String second = imposed(affair.bizId(), "FREEZE");
        tax.says(affair.bizId(), Tax.issued(affair.changeId(), affair.tenureId()));
        JsonPath waiting = Tax.until(clerk, affair.changeId(), "CONDITIONS_UNMET");
        assertThat(waiting.getString("state")).isEqualTo("AWAITING_CONDITIONS");
        assertThat(waiting.getList("openPoints.what", String.class)).contains("C6");

        lift(affair.bizId(), first);
        assertThat(clerk.get("/operator-changes/" + affair.changeId()).<String>path("state"))
                .isEqualTo("AWAITING_CONDITIONS");
        lift(affair.bizId(), second);

        assertThat(clerk.get("/operator-changes/" + affair.changeId()).<String>path("state"))
                .isEqualTo("REGISTERED");
    }

    @Test
    void a_business_is_not_deregistered_while_one_stands() {
        String bizId = clerk.open(Clerk.aShop(number));
        String id = imposed(bizId, "CASE");

        Response refused = clerk.post("/businesses/" + bizId + "/deregistration", Map.of("reason", "不做了"), 1);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("type")).isEqualTo("urn:hutong:problem:business-restricted");

        lift(bizId, id);
        assertThat(clerk.post("/businesses/" + bizId + "/deregistration", Map.of("reason", "不做了"), 1)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void both_documents_stay_on_record_and_nothing_is_lifted_twice_or_at_another_business() {
        String bizId = clerk.open(Clerk.aShop(number));
        String id = imposed(bizId, "FREEZE");
        String other = clerk.open(Clerk.aShop(Clerk.number()));
        assertThat(lift(other, id).statusCode()).isEqualTo(404);
        assertThat(lift(bizId, UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThat(lift(bizId, id).statusCode()).isEqualTo(200);

        Response twice = lift(bizId, id);
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.<String>path("type")).isEqualTo("urn:hutong:problem:restriction-lifted");
        JsonPath all = clerk.get("/businesses/" + bizId + "/restrictions").jsonPath();
        assertThat(all.getList("items.imposed.documentNo", String.class)).containsExactly("（2026）甘0702执1号");
        assertThat(all.getList("items.lifted.documentNo", String.class)).containsExactly("（2026）甘0702执2号");
        assertThat(all.getList("items.stands", Boolean.class)).containsExactly(false);
    }

    @Test
    void an_order_of_tomorrow_or_without_an_authority_is_refused() {
        String bizId = clerk.open(Clerk.aShop(number));
        Response refused = clerk.post(
                "/businesses/" + bizId + "/restrictions",
                Map.of(
                        "kind", "FREEZE",
                        "authority", "",
                        "documentNo", "（2026）甘0702执1号",
                        "on", LocalDate.parse(TODAY).plusDays(1).toString()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("violations.pointer", String.class))
                .isEqualTo(List.of("/authority", "/on"));
    }

    private String imposed(String bizId, String kind) {
        Response imposed = clerk.post(
                "/businesses/" + bizId + "/restrictions",
                Map.of("kind", kind, "authority", "甘州区人民法院", "documentNo", "（2026）甘0702执1号", "on", TODAY));
        assertThat(imposed.statusCode()).as(imposed.asString()).isEqualTo(201);
        return imposed.path("restrictionId");
    }

    private Response lift(String bizId, String id) {
        return clerk.post(
                "/businesses/" + bizId + "/restrictions/" + id + "/lifting",
                Map.of("authority", "甘州区人民法院", "documentNo", "（2026）甘0702执2号", "on", TODAY));
    }
}
