package io.hutong.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;

/** Requests with a token, and what every problem has. */
final class Requests {
    private Requests() {}

    static RequestSpecification as(String client) {
        String token = ConfigProvider.getConfig().getValue("token." + client, String.class);
        return given().header("Authorization", "Bearer " + token);
    }

    static RequestSpecification posting(String json) {
        return as("amr").contentType("application/json").body(json);
    }

    static Response isProblem(Response answer, ProblemType type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(type.status());
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.path("type").toString()).isEqualTo("urn:hutong:problem:" + type.slug());
        assertThat(answer.path("title").toString()).isEqualTo(type.zh());
        assertThat((int) answer.path("status")).isEqualTo(type.status());
        assertThat(answer.path("detail").toString()).isNotBlank();
        assertThat(answer.path("traceId").toString()).matches("[0-9a-f]{32}");
        assertThat(answer.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(answer.asString()).doesNotContain("io.hutong", "java.", "Exception", "Stall", "canary");
        return answer;
    }
}
