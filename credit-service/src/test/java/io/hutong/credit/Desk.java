package io.hutong.credit;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.hutong.identity.BizId;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People at the credit service: an officer of the credit desk, or an operator at the filing page. */
final class Desk {
    /** The number of the officer at the desk. */
    static final String OFFICER = "620702-0017";

    private final String client;
    private final Map<String, String> named;

    private Desk(String client, Map<String, String> named) {
        this.client = client;
        this.named = named;
    }

    static Desk officer() {
        return new Desk("credit", Map.of("Officer", OFFICER));
    }

    /** Decides without saying who. */
    static Desk nobodyNamed() {
        return new Desk("credit", Map.of());
    }

    static Desk filingPage() {
        return new Desk("portal", Map.of());
    }

    /** The platform that pushes what it received. */
    static Desk creditChina() {
        return new Desk("xcn", Map.of());
    }

    RequestSpecification request() {
        return given().auth()
                .oauth2(TestTokens.of(client))
                .headers(named)
                .header("Accept-Language", "en")
                .contentType("application/json");
    }

    Response get(String path) {
        return request().get(path);
    }

    Response post(String path, @Nullable Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    Response post(String path, @Nullable Object body, String key) {
        RequestSpecification request = request().header("Idempotency-Key", key);
        return (body == null ? request : request.body(body)).post(path);
    }

    /** Waits until the service has heard of the business. */
    void knows(Business business) {
        await("the credit service knows the business")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        get("/businesses/" + business.id() + "/annual-reports").statusCode() == 200);
    }

    Response files(BizId bizId, Map<?, ?>... reports) {
        return post(reportsOf(bizId), Map.of("reports", Arrays.asList(reports)));
    }

    Response lists(BizId bizId, String ground, @Nullable Integer year, String provenOn) {
        Map<String, @Nullable Object> finding = new LinkedHashMap<>();
        finding.put("ground", ground);
        finding.put("reportYear", year);
        finding.put("provenOn", provenOn);
        return post("/businesses/" + bizId + "/abnormal-entries", finding);
    }

    /** Puts a business on the list that could not be reached, and gives the entry. */
    String unreachable(Business business, String provenOn) {
        return lists(business.id(), "ABN_UNREACHABLE", null, provenOn)
                .then()
                .statusCode(201)
                .extract()
                .path("entryId");
    }

    Response removes(String entryId, String why) {
        return post("/abnormal-entries/" + entryId + "/removal", Map.of("why", why));
    }

    /** Grounds of the open entries of a business. */
    List<String> openGrounds(BizId bizId) {
        return get("/businesses/" + bizId + "/abnormal-entries").jsonPath().getList("items.findAll { it.open }.ground");
    }

    /** What a platform shows against what it should, compared to the end. */
    JsonPath compares(String platform) {
        Response begun = post("/platforms/" + platform + "/reconciliations", null);
        begun.then().statusCode(202);
        return comparison(begun.path("runId"));
    }

    /** A comparison when it has ended. */
    JsonPath comparison(String runId) {
        return await("the comparison ends")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> get("/reconciliations/" + runId).jsonPath(),
                        run -> !"RUNNING".equals(run.getString("state")));
    }

    static String reportsOf(BizId bizId) {
        return "/businesses/" + bizId + "/annual-reports";
    }

    /** A complete report that may be shown. */
    static Map<String, Object> report(int year) {
        return report(year, true);
    }

    static Map<String, Object> report(int year, boolean published) {
        return report(year, published, content());
    }

    static Map<String, Object> report(int year, boolean published, Map<String, String> content) {
        return Map.of("year", year, "published", published, "content", content);
    }

    static Map<String, String> content() {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("turnover", "182000.50");
        content.put("taxPaid", "0");
        content.put("employees", "2");
        content.put("contactPhone", "13909360001");
        return content;
    }
}
