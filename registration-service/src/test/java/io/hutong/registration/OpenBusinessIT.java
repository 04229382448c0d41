package io.hutong.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.testing.TestTokens;
import io.hutong.testing.TopicReader;
import io.hutong.time.LegalTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RegistrationServers
class OpenBusinessIT {
    private final Clerk clerk = Clerk.atTheCounter();
    private final int number = Clerk.number();

    @Test
    void an_opened_business_is_in_the_register_and_on_the_topic() {
        Response opened = clerk.post("/businesses", Clerk.aShop(number));

        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        String bizId = opened.path("bizId");
        assertThat(opened.header("Location")).endsWith("/businesses/" + bizId);
        assertThat(opened.header("ETag")).isEqualTo("\"1\"");
        Response read = clerk.get("/businesses/" + bizId);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.<String>path("name")).isEqualTo(Clerk.businessName(number));
        assertThat(read.<String>path("status")).isEqualTo("ACTIVE");
        assertThat(read.<String>path("operator.name")).isEqualTo("试甲" + number);
        assertThat(read.asString()).doesNotContain(Clerk.person(10 * number).value());
        try (TopicReader topic = TopicReader.of("registration.events")) {
            await("the event is sent")
                    .until(() -> topic.typesOf(BizId.of(bizId)), List.of("io.hutong.registration.opened.v1")::equals);
        }
    }

    @Test
    void a_code_is_assigned_once_or_given_and_checked() {
        String first =
                clerk.get("/businesses/" + clerk.open(Clerk.aShop(number))).path("uscc");
        Map<String, Object> other = Clerk.aShop(Clerk.number());
        String second = clerk.get("/businesses/" + clerk.open(other)).path("uscc");
        assertThat(UnifiedSocialCreditCode.of(first)
                        .organisationCode()
                        .orElseThrow()
                        .value())
                .startsWith("PDY");
        assertThat(second).isNotEqualTo(first);

        Map<String, Object> taken = Clerk.aShop(Clerk.number());
        taken.put("uscc", first);
        Response refused = clerk.post("/businesses", taken);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("type")).isEqualTo("urn:hutong:problem:uscc-taken");

        Map<String, Object> broken = Clerk.aShop(Clerk.number());
        broken.put("uscc", "92620702PDY000028M");
        assertThat(clerk.post("/businesses", broken).statusCode()).isEqualTo(422);
    }

    @Test
    void a_doubtful_code_is_no_error_and_its_hints_are_told_in_the_language_asked_for() {
        Map<String, Object> shop = Clerk.aShop(number);
        shop.put("uscc", "98620702PDY900086B");
        Response opened = clerk.post("/businesses", shop);

        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        List<Map<String, String>> english = List.of(
                Map.of("code", "uscc.prefix", "message", "department and class of the code are unusual"),
                Map.of(
                        "code",
                        "organisation-code.check",
                        "message",
                        "the check character of the organisation code does not fit"));
        assertThat(opened.jsonPath().getList("hints")).isEqualTo(english);
        String place = "/businesses/" + opened.path("bizId");
        assertThat(clerk.get(place).jsonPath().getList("hints")).isEqualTo(english);
        assertThat(clerk.get(place + "?asOf=2099-01-01").jsonPath().getList("hints"))
                .isEqualTo(english);
        assertThat(given().auth()
                        .oauth2(TestTokens.of("amr"))
                        .header("Accept-Language", "zh-CN")
                        .get(place)
                        .jsonPath()
                        .getString("hints[0].message"))
                .isEqualTo("登记管理部门和机构类别代码少见，请核对");

        Response usual = clerk.get("/businesses/" + clerk.open(Clerk.aShop(Clerk.number())));
        assertThat(usual.jsonPath().getList("hints")).isEmpty();
    }

    @Test
    void a_code_of_another_county_is_taken_with_a_hint() {
        Map<String, Object> moved = Clerk.aShop(number);
        moved.put(
                "uscc",
                UnifiedSocialCreditCode.synthetic(DivisionCode.of("620721"), 90_000 + number)
                        .value());
        Map<String, Object> nowhere = Clerk.aShop(Clerk.number());
        nowhere.put(
                "uscc",
                UnifiedSocialCreditCode.synthetic(DivisionCode.of("999999"), 90_000 + number)
                        .value());

        assertThat(clerk.post("/businesses", moved).jsonPath().getList("hints.code"))
                .containsExactly("uscc.foreign-division");
        assertThat(clerk.post("/businesses", nowhere).jsonPath().getList("hints.code"))
                .containsExactly("uscc.unknown-division");
    }

    @Test
    void who_is_not_of_age_opens_a_business_only_after_a_check_by_hand() {
        Map<String, Object> shop = Clerk.aShop(number);
        Map<String, Object> operator = Clerk.operator("试甲", 10 * number);
        operator.put("birthDate", LocalDate.now(LegalTime.ZONE).minusYears(17).toString());
        shop.put("operator", operator);
        Response refused = clerk.post("/businesses", shop);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("violations.pointer")).containsExactly("/operator/ageCheckedBy");
        assertThat(refused.jsonPath().getList("violations.code")).containsExactly("operator.manual-check");

        operator.put("ageCheckedBy", "王登记");
        assertThat(clerk.post("/businesses", shop).statusCode()).isEqualTo(201);
    }

    @Test
    void what_nobody_can_see_is_in_no_fact() {
        Map<String, Object> shop = Clerk.aFamilyShop(number);
        shop.put("name", "张掖市甘州区试\u0001" + number + "面馆（个体工商户）");
        shop.put("premises", List.of(Clerk.place("东街\uD800")));
        shop.put("scope", List.of(Map.of("id", "H\u200B", "text", "餐饮\n服务")));
        shop.put("registrar", Map.of("name", "甘州区\u202E市监局", "division", "620702"));
        Map<String, Object> operator = Clerk.operator("试\uDC00甲", 10 * number);
        operator.put("residence", "东街\u0000");
        operator.put("phone", "\t1");
        shop.put("operator", operator);
        shop.put(
                "familyMembers",
                List.of(Map.of(
                        "name",
                        "试\u0000乙",
                        "residentId",
                        Clerk.person(10 * number + 1).value())));

        Response refused = clerk.post("/businesses", shop);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("violations.pointer", String.class))
                .containsExactlyInAnyOrder(
                        "/name",
                        "/premises/0/text",
                        "/scope/0/id",
                        "/scope/0/text",
                        "/registrar/name",
                        "/operator/name",
                        "/operator/residence",
                        "/operator/phone",
                        "/familyMembers/0/name");
        assertThat(refused.jsonPath().getList("violations.code", String.class)).containsOnly("text.characters");
    }

    @Test
    void what_is_too_long_for_an_event_is_refused_at_the_door_with_its_limit() {
        Map<String, Object> shop = Clerk.aShop(number);
        shop.put("establishedOn", "-999999999-01-01");
        shop.put("scope", List.of(Map.of("id", "9".repeat(101), "text", "餐饮服务")));
        Map<String, Object> operator = Clerk.operator("试甲", 10 * number);
        operator.put("residence", "东".repeat(501));
        operator.put("phone", "1".repeat(101));
        operator.put("birthDate", "-999999999-12-31");
        shop.put("operator", operator);
        Response refused = clerk.post("/businesses", shop);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("violations"))
                .containsExactlyInAnyOrder(
                        violation("/establishedOn", "date.year", "the year lies between 1000 and 9999"),
                        violation("/scope/0/id", "scope.item", "the id of a scope item has 1 to 100 characters"),
                        violation("/operator/residence", "person.residence", "a residence has 1 to 500 characters"),
                        violation("/operator/phone", "person.phone", "a phone number has 1 to 100 characters"),
                        violation("/operator/birthDate", "date.year", "the year lies between 1000 and 9999"));

        Map<String, Object> vast = Clerk.aShop(number);
        vast.put("scope", scope(5000, "餐饮服务"));
        vast.put("premises", Collections.nCopies(11, Clerk.place("东街1号")));
        assertThat(clerk.post("/businesses", vast).jsonPath().getList("violations"))
                .containsExactly(
                        violation(
                                "/scope",
                                "scope.length",
                                "the scope has at most 200 items, with 10000 characters in all, ids included"),
                        violation("/premises", "premises.many", "there are at most 10 places of business"));
    }

    @Test
    void the_largest_business_that_is_taken_fits_into_its_events_also_when_it_changes() {
        Map<String, Object> shop = Clerk.aShop(number);
        shop.put("scope", scope(200, "𠀋".repeat(22)));
        shop.put("premises", Collections.nCopies(10, Clerk.place("𠀋".repeat(500))));
        String bizId = clerk.open(shop);

        Response changed = clerk.post(
                "/businesses/" + bizId + "/changes",
                Map.of(
                        "scope",
                        scope(200, "𠀌".repeat(22)),
                        "premises",
                        Collections.nCopies(10, Clerk.place("𠀌".repeat(500)))),
                1);
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(201);
    }

    private static List<Map<String, String>> scope(int items, String text) {
        return IntStream.range(10_000, 10_000 + items)
                .mapToObj(id -> Map.of("id", Integer.toString(id), "text", text))
                .toList();
    }

    private static Map<String, String> violation(String pointer, String code, String message) {
        return Map.of("pointer", pointer, "code", code, "message", message);
    }

    @Test
    void a_name_is_taken_once_by_its_normal_form_and_every_defect_is_told_at_once() {
        clerk.open(Clerk.aShop(number));
        Map<String, Object> same = Clerk.aShop(Clerk.number());
        same.put("name", "张掖市甘州区 试" + number + "面馆（个体工商户）");
        Response taken = clerk.post("/businesses", same);
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.<String>path("type")).isEqualTo("urn:hutong:problem:name-taken");

        Map<String, Object> wrong = Clerk.aShop(Clerk.number());
        wrong.put("name", "面馆");
        wrong.put("scope", List.of());
        wrong.put("industry", Map.of("section", "Z", "code", "62"));
        Response refused = clerk.post("/businesses", wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("violations.code", String.class))
                .containsExactlyInAnyOrder("name.form", "scope.empty", "industry.form");
    }

    @Test
    void businesses_are_found_by_code_and_by_the_beginning_of_the_name_page_by_page() {
        String prefix = "张掖市甘州区寻" + number;
        for (int i = 0; i < 3; i++) {
            Map<String, Object> shop = Clerk.aShop(Clerk.number());
            shop.put("name", prefix + "店" + i + "号面馆（个体工商户）");
            clerk.open(shop);
        }
        Response first = clerk.request()
                .queryParam("namePrefix", prefix)
                .queryParam("limit", 2)
                .get("/businesses");
        assertThat(first.jsonPath().getList("items.name", String.class))
                .containsExactly(prefix + "店0号面馆（个体工商户）", prefix + "店1号面馆（个体工商户）");
        Response second = clerk.request()
                .queryParam("namePrefix", prefix)
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("next"))
                .get("/businesses");
        assertThat(second.jsonPath().getList("items.name", String.class)).containsExactly(prefix + "店2号面馆（个体工商户）");
        assertThat(second.<Object>path("next")).isNull();
        String uscc = first.path("items[0].uscc");
        assertThat(clerk.get("/businesses?uscc=" + uscc).jsonPath().getList("items.uscc", String.class))
                .containsExactly(uscc);
        assertThat(clerk.request()
                        .queryParam("namePrefix", "%")
                        .get("/businesses")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void a_request_sent_again_opens_nothing_new() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> shop = Clerk.aShop(number);
        Response first = clerk.request(key).body(shop).post("/businesses");
        Response again = clerk.request(key).body(shop).post("/businesses");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.<String>path("bizId")).isEqualTo(first.path("bizId"));
        assertThat(clerk.request(key)
                        .body(Clerk.aShop(Clerk.number()))
                        .post("/businesses")
                        .statusCode())
                .isEqualTo(422);
    }
}
