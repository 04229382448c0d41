package io.hutong.web;

import static io.hutong.web.Requests.as;
import static io.hutong.web.Requests.isProblem;
import static io.hutong.web.Requests.posting;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemIT {
    private static final String OPERATOR = "{'name':'a','residentId':'110101190001010014'}";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // injected
    URL server;

    @Test
    void without_a_token_nothing_is_told_but_that_one_is_needed() {
        var answer = isProblem(given().get("/stalls/caller"), CommonProblems.UNAUTHENTICATED);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @CsvSource({"expired", "for-others"})
    void a_token_that_does_not_hold_is_refused(String which) {
        var answer = isProblem(as(which).get("/stalls/caller"), CommonProblems.UNAUTHENTICATED);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @CsvSource({"Bearer nonsense", "Bearer a.b.c", "Bearer"})
    void a_token_that_is_none_is_refused(String header) {
        isProblem(given().header("Authorization", header).get("/stalls/caller"), CommonProblems.UNAUTHENTICATED);
    }

    @Test
    void the_wrong_role_the_wrong_agency_and_an_endpoint_without_rules_are_forbidden() {
        isProblem(as("tax").get("/stalls/amr-only"), CommonProblems.FORBIDDEN);
        isProblem(as("stray").get("/stalls/amr-only"), CommonProblems.WRONG_AGENCY);
        isProblem(as("amr").get("/forgotten"), CommonProblems.FORBIDDEN);
        isProblem(given().get("/forgotten"), CommonProblems.UNAUTHENTICATED);
        assertThat(as("amr").get("/stalls/amr-only").statusCode()).isEqualTo(200);
    }

    @Test
    void the_caller_is_known_by_the_token() {
        var body = as("tax").get("/stalls/caller").as(Map.class);
        assertThat(body).isEqualTo(Map.of("client", "tax", "agency", "TAX", "registrar", false));
    }

    @Test
    void what_does_not_exist_is_told_with_or_without_a_token() {
        isProblem(given().get("/nowhere"), CommonProblems.NOT_FOUND);
        isProblem(as("amr").get("/stalls/nowhere/at/all"), CommonProblems.NOT_FOUND);
        isProblem(as("amr").get("/stalls/by-id/no-uuid"), CommonProblems.NOT_FOUND);
    }

    @Test
    void the_protocol_is_kept_in_the_same_form() {
        isProblem(as("amr").delete("/stalls/caller"), CommonProblems.METHOD_NOT_ALLOWED);
        isProblem(as("amr").contentType("text/csv").body("a,b").post("/stalls"), CommonProblems.UNSUPPORTED_MEDIA_TYPE);
        isProblem(as("amr").accept("text/csv").get("/stalls/who"), CommonProblems.NOT_ACCEPTABLE);
        isProblem(posting("{\"name\":\"" + "x".repeat(70_000) + "\"}").post("/stalls"), CommonProblems.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':",
                "{'name':'a','name':'b'}",
                "{'name':'a','size':1,'operators':[]} more",
                "{'name':'a',,",
                "'unended",
                "''"
            })
    void text_that_is_no_json_is_told_with_its_place(String body) {
        var answer = isProblem(posting(body.replace('\'', '"')).post("/stalls"), CommonProblems.MALFORMED_BODY);
        assertThat(answer.path("violations[0].code").toString()).isEqualTo("MALFORMED");
    }

    @Test
    void no_body_at_all_is_told_too() {
        isProblem(as("amr").contentType("application/json").post("/stalls"), CommonProblems.MALFORMED_BODY);
        isProblem(posting("null").post("/stalls"), CommonProblems.MALFORMED_BODY);
    }

    @Test
    void a_number_without_end_is_more_than_is_read() {
        String body = "{'name':'a','size':" + "1".repeat(1001) + ",'operators':[]}";
        var answer = isProblem(posting(body.replace('\'', '"')).post("/stalls"), CommonProblems.INVALID_REQUEST);
        assertThat(answer.path("violations[0].code").toString()).isEqualTo("TOO_MUCH");
    }

    @Test
    void a_body_that_may_be_absent_may_be_absent() {
        as("amr")
                .contentType("application/json")
                .post("/stalls/perhaps")
                .then()
                .statusCode(200)
                .body(equalTo("nothing"));
        posting("null").post("/stalls/perhaps").then().statusCode(200).body(equalTo("nothing"));
    }

    @Test
    void an_operation_that_does_not_publish_its_idempotency_key_fails_at_the_first_try() {
        isProblem(
                posting("{\"name\":\"a\",\"how\":\"well\"}")
                        .header("Idempotency-Key", "unmarked")
                        .post("/stalls/unmarked"),
                CommonProblems.INTERNAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'size':1,'operators':[]}                                | /name                      | MISSING",
                "{'name':null,'size':1,'operators':[]}                    | /name                      | MISSING",
                "{'name':'a','size':1,'operators':[{'name':'b'}]}         | /operators/0/residentId    | MISSING",
                "{'name':'a','size':1,'operators':[],'more':1}            | /more                      | UNKNOWN_FIELD",
                "{'name':'a','size':'one','operators':[]}                 | /size                      | WRONG_TYPE",
                "{'name':'a','size':2.7,'operators':[]}                   | /size                      | WRONG_TYPE",
                "{'name':'a','size':null,'operators':[]}                  | /size                      | MISSING",
                "{'name':'a','size':99999999999,'operators':[]}           | /size                      | OUT_OF_RANGE",
                "{'name':'a','size':1,'operators':[null]}                 | /operators/0               | MISSING",
                "{'name':'a','size':1,'operators':{}}                     | /operators                 | WRONG_TYPE",
                "{'name':['a'],'size':1,'operators':[]}                   | /name                      | WRONG_TYPE",
                "{'name':'a','kind':'TAXI','size':1,'operators':[]}       | /kind                      | NOT_ONE_OF",
                "{'name':'a','openOn':'2026-02-30','size':1,'operators':[]} | /openOn                  | NOT_A_DATE",
                "{'name':'a','size':1,'operators':[{'name':'b','residentId':7}]} | /operators/0/residentId | WRONG_TYPE",
                "{'name':'a','size':1,'operators':[{'name':'b','residentId':'12'}]} | /operators/0/residentId | resident-id.form",
                "[]                                                       | ''                         | WRONG_TYPE",
            })
    void each_broken_rule_is_told_with_place_and_code(String body, String pointer, String code) {
        var answer = isProblem(posting(body.replace('\'', '"')).post("/stalls"), CommonProblems.INVALID_REQUEST);
        assertThat(answer.path("violations[0].pointer").toString()).isEqualTo(pointer);
        assertThat(answer.path("violations[0].code").toString()).isEqualTo(code);
        assertThat(answer.path("violations[0].message").toString()).isNotBlank();
    }

    @Test
    void a_good_body_passes() {
        String body = "{'name':'a','kind':'FOOD','openOn':'2026-02-28','size':2,'operators':[" + OPERATOR + "]}";
        var answer = posting(body.replace('\'', '"')).post("/stalls");
        assertThat(answer.as(Map.class)).isEqualTo(Map.of("name", "a", "operators", 1));
    }

    @Test
    void an_impossible_query_is_told_with_the_rule() {
        var answer = isProblem(as("amr").get("/stalls/by-code?uscc=12"), CommonProblems.INVALID_REQUEST);
        assertThat(answer.path("violations[0].pointer").toString()).isEqualTo("?uscc");
        assertThat(answer.path("violations[0].code").toString()).startsWith("uscc.");
    }

    @ParameterizedTest
    @CsvSource({
        "count=x, NOT_A_NUMBER",
        "count=1.5, NOT_A_NUMBER",
        "count=2147483648, NOT_A_NUMBER",
        "from=x, NOT_A_NUMBER",
        "after=x, NOT_A_NUMBER",
        "open=maybe, NOT_TRUE_OR_FALSE",
        "all=1, NOT_TRUE_OR_FALSE"
    })
    void a_parameter_of_the_wrong_kind_is_named(String query, String code) {
        var answer = isProblem(as("amr").get("/stalls/counted?" + query), CommonProblems.INVALID_REQUEST);
        assertThat(answer.path("violations[0].pointer").toString())
                .isEqualTo("?" + query.substring(0, query.indexOf('=')));
        assertThat(answer.path("violations[0].code").toString()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"?count=7&open=false&from=-1&after=9&all=true, 7 false -1 9 true", "'', null null 1 2 false"})
    void parameters_of_the_right_kind_are_taken(String query, String taken) {
        assertThat(as("amr").get("/stalls/counted" + query).asString()).isEqualTo("\"" + taken + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stalls/by-code?uscc=张",
                "/stalls/张",
                "/stalls/by-code?uscc=%zz",
                "/stalls/%e5%",
                "/stalls?a=<b>"
            })
    void an_address_that_is_not_encoded_is_told_in_the_same_form(String address) throws IOException {
        String answer = raw("GET " + address + " HTTP/1.1\r\nHost: stalls\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").containsIgnoringCase("\r\nContent-Language: zh-CN\r\n");
        JsonPath problem = JsonPath.from(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(problem.getString("type")).isEqualTo("urn:hutong:problem:bad-request");
        assertThat(problem.getInt("status")).isEqualTo(400);
        assertThat(problem.getString("detail")).isEqualTo("地址含有未按 UTF-8 百分号编码的字符，或编码不完整。");
        assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}");
    }

    /** What every client of HTTP would rather encode than send. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void english_is_spoken_to_those_who_prefer_it() {
        var answer = given().header("Accept-Language", "fr;q=0.9, en-US").get("/nowhere");
        assertThat(answer.path("title").toString()).isEqualTo("Not found");
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(answer.header("Vary")).contains("Accept-Language");
    }

    @Test
    void the_trace_of_the_caller_is_named() {
        var answer = given().header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/nowhere");
        assertThat(answer.path("traceId").toString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void versions_are_asked_for_and_told() {
        isProblem(as("amr").put("/stalls/versioned"), CommonProblems.PRECONDITION_REQUIRED);
        isProblem(as("amr").header("If-Match", "W/x").put("/stalls/versioned"), CommonProblems.BAD_REQUEST);
        var stale = isProblem(
                as("amr").header("If-Match", "\"6\"").put("/stalls/versioned"), CommonProblems.VERSION_CONFLICT);
        assertThat((int) stale.path("currentVersion")).isEqualTo(7);
        assertThat(stale.header("ETag")).isEqualTo("\"7\"");
        var done = as("amr").header("If-Match", stale.header("ETag")).put("/stalls/versioned");
        assertThat(done.statusCode()).isEqualTo(204);
        assertThat(done.header("ETag")).isEqualTo("\"8\"");
    }

    @ParameterizedTest
    @CsvSource({"/stalls/duplicate", "/stalls/deadlock"})
    void collisions_of_two_clients_may_be_tried_again(String path) {
        var answer = isProblem(as("amr").contentType("application/json").post(path), CommonProblems.CONCURRENT_CHANGE);
        assertThat((boolean) answer.path("retryable")).isTrue();
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void extensions_of_a_problem_are_sent() {
        var answer = isProblem(as("amr").get("/stalls/fault/other"), CommonProblems.NOT_FOUND);
        assertThat(answer.path("how").toString()).isEqualTo("other");
    }

    @ParameterizedTest
    @CsvSource({"secret", "json", "error"})
    void a_fault_of_ours_is_a_500_whose_answer_and_log_keep_the_message_to_themselves(String how) {
        try (var log = LogCapture.ofRoot()) {
            var answer = isProblem(as("amr").get("/stalls/fault/" + how), CommonProblems.INTERNAL);
            assertThat(log.text())
                    .contains(answer.path("traceId").toString())
                    .contains("StallResource.fault")
                    .doesNotContain("canary");
        }
    }
}
