package io.hutong.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.testing.TestTokens;
import io.hutong.testing.TopicReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
