package io.hutong.credit;

import static io.restassured.RestAssured.given;

import io.hutong.testing.Register.Business;
import io.hutong.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A bank at the credit service. */
final class BankDesk {
    static final String PURPOSE = "LOAN_APPLICATION";

    private final String token;

    private BankDesk(String token) {
        this.token = token;
    }

    static BankDesk a() {
        return new BankDesk(TestTokens.of("bank-a"));
    }

    static BankDesk b() {
        return new BankDesk(TestTokens.of("bank-b"));
    }

    /** One that no other test knows. */
    static BankDesk another(String organisation) {
        return new BankDesk(TestTokens.with(organisation, "bank"));
    }

    String token() {
        return token;
    }

    RequestSpecification request() {
        return given().auth().oauth2(token).header("Accept-Language", "en").contentType("application/json");
    }

    Response get(String path) {
        return request().get(path);
    }

    Response post(String path, Object body) {
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }

    Response looksAt(Business business, String... fields) {
        return looksFor(PURPOSE, business, fields);
    }

    Response looksFor(String purpose, Business business, String... fields) {
        return get(
                "/credit-profiles/" + business.uscc() + "?purpose=" + purpose + "&fields=" + String.join(",", fields));
    }

    /** The lines of a batch. */
    List<JsonPath> looksAtAll(List<String> fields, Business... businesses) {
        Response answer = request().body(asked(fields, businesses)).post("/credit-profiles/batch");
        answer.then().statusCode(200).contentType("application/x-ndjson");
        return answer.asString().lines().map(JsonPath::from).toList();
    }

    static Map<String, Object> asked(List<String> fields, Business... businesses) {
        return Map.of("purpose", PURPOSE, "fields", fields, "uscc", codes(businesses));
    }

    Response follows(Business... businesses) {
        return post("/subscriptions", Map.of("purpose", "POST_LOAN", "uscc", codes(businesses)));
    }

    Response followsNoMore(Business... businesses) {
        return post("/subscriptions/cancellation", Map.of("purpose", "POST_LOAN", "uscc", codes(businesses)));
    }

    JsonPath changes(String query) {
        Response answer = get("/subscriptions/changes" + query);
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    Response acknowledges(long upTo) {
        return post("/subscriptions/acknowledgement", Map.of("upTo", upTo));
    }

    private static List<String> codes(Business... businesses) {
        return Arrays.stream(businesses)
                .map(business -> business.uscc().value())
                .toList();
    }
}
