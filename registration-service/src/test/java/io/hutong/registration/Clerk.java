package io.hutong.registration;

import static io.restassured.RestAssured.given;

import io.hutong.events.OperatorChangeKind;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.ResidentId;
import io.hutong.testing.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A clerk at the registrar's counter: sends requests over REST, as the demo client amr. */
final class Clerk {
    static final DivisionCode COUNTY = DivisionCode.of("620702");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String token;

    private Clerk(String token) {
        this.token = token;
    }

    static Clerk atTheCounter() {
        return new Clerk(TestTokens.of("amr"));
    }

    static Clerk with(String token) {
        return new Clerk(token);
    }

    RequestSpecification request() {
        return given().auth().oauth2(token).header("Accept-Language", "en").contentType("application/json");
    }

    RequestSpecification request(String key) {
        return request().header("Idempotency-Key", key);
    }

    Response post(String path, Object body) {
        return request(UUID.randomUUID().toString()).body(body).post(path);
    }

    Response post(String path, Object body, long version) {
        return request(UUID.randomUUID().toString())
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(path);
    }

    Response get(String path) {
        return request().get(path);
    }

    /** Opens a business and gives its id. */
    String open(Map<String, Object> opening) {
        Response answer = post("/businesses", opening);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.asString());
        }
        return answer.path("bizId");
    }

    long version(String bizId) {
        return get("/businesses/" + bizId).jsonPath().getLong("version");
    }

    static int number() {
        return NUMBERS.incrementAndGet();
    }

    static ResidentId person(int number) {
        return ResidentId.synthetic(COUNTY, number);
    }

    static Map<String, Object> operator(String name, int number) {
        Map<String, Object> person = new HashMap<>();
        person.put("name", name);
        person.put("residentId", person(number).value());
        person.put("residence", "张掖市甘州区东街街道12号");
        person.put("phone", "10000%06d".formatted(number));
        return person;
    }

    static String businessName(int number) {
        return "张掖市甘州区试" + number + "面馆（个体工商户）";
    }

    static Map<String, Object> place(String text) {
        return Map.of("division", "620702001001", "text", text, "kind", "PHYSICAL");
    }

    /** A noodle shop run by one person. */
    static Map<String, Object> aShop(int number) {
        Map<String, Object> opening = new HashMap<>();
        opening.put("name", businessName(number));
        opening.put("entityType", "INDIVIDUAL_PERSON");
        opening.put("premises", List.of(place(number + "号")));
        opening.put("scope", List.of(Map.of("id", "H6210-01", "text", "餐饮服务")));
        opening.put("industry", Map.of("section", "H", "code", "6210"));
        opening.put("onlineOnly", false);
        opening.put("registrar", Map.of("name", "张掖市甘州区市场监督管理局", "division", "620702"));
        opening.put("operator", operator("试甲" + number, 10 * number));
        return opening;
    }

    /** A noodle shop run by a family of two: the operator, person 10n, and another, person 10n + 1. */
    static Map<String, Object> aFamilyShop(int number) {
        Map<String, Object> opening = aShop(number);
        opening.put("entityType", "INDIVIDUAL_FAMILY");
        opening.put(
                "familyMembers",
                List.of(Map.of(
                        "name",
                        "试乙" + number,
                        "residentId",
                        person(10 * number + 1).value())));
        return opening;
    }

    static Map<String, Object> operatorChange(OperatorChangeKind kind, Map<String, Object> newOperator) {
        List<String> papers = new ArrayList<>(List.of("APPLICATION", "OPERATOR_ID", "PROMISE"));
        if (kind == OperatorChangeKind.INHERITANCE) {
            papers.add("INHERITANCE_PROOF");
        }
        Map<String, Object> body = new HashMap<>();
        body.put("kind", kind.name());
        body.put("newOperator", newOperator);
        body.put(
                "documents",
                papers.stream()
                        .map(type -> Map.of("type", type, "sha256", "0".repeat(64)))
                        .toList());
        body.put("promises", Map.of("debtsSettled", true, "conditionsMet", true));
        return body;
    }
}
