package io.hutong.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalIssuerTest {
    private static final List<IssuerClient> CLIENTS = List.of(
            new IssuerClient("amr", "s3cret+/=&秘", "AMR", List.of("registrar")),
            new IssuerClient("tax", "other", "TAX", List.of("tax-officer")));
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    Path temporary;

    private LocalIssuer issuer;

    @BeforeEach
    void start() {
        issuer = LocalIssuer.start(0, temporary.resolve("key.json"), CLIENTS);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void credentials_in_the_form_or_in_the_header_get_a_token_that_the_published_key_verifies() throws Exception {
        String secret = java.net.URLEncoder.encode("s3cret+/=&秘", UTF_8);
        HttpResponse<String> byForm =
                token("grant_type=client_credentials&client_id=amr&client_secret=" + secret, null);
        String basic = Base64.getEncoder().encodeToString(("amr:" + secret).getBytes(UTF_8));
        HttpResponse<String> byHeader = token("grant_type=client_credentials", "Basic " + basic);

        for (HttpResponse<String> answer : List.of(byForm, byHeader)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            JwtClaims claims = verify(json(answer).get("access_token").asText());
            assertThat(claims.getSubject()).isEqualTo("amr");
            assertThat(claims.getStringClaimValue("agency")).isEqualTo("AMR");
            assertThat(claims.getStringListClaimValue("roles")).containsExactly("registrar");
            assertThat(json(answer).get("expires_in").asInt()).isEqualTo(3600);
        }
    }

    @Test
    void discovery_names_the_keys_and_the_token_endpoint_and_no_private_part_is_published() throws Exception {
        JsonNode discovery = json(get("/.well-known/openid-configuration"));
        assertThat(discovery.get("issuer").asText()).isEqualTo(issuer.url());
        assertThat(discovery.get("token_endpoint").asText()).isEqualTo(issuer.url() + "/token");
        JsonNode key = json(get("/jwks")).get("keys").get(0);
        assertThat(discovery.get("jwks_uri").asText()).isEqualTo(issuer.url() + "/jwks");
        assertThat(List.of("kid", "n", "e", "alg", "use")).allMatch(key::has);
        assertThat(List.of("d", "p", "q", "dp", "dq", "qi")).noneMatch(key::has);
    }

    @Test
    void the_key_is_kept_over_a_restart_in_a_file_for_the_owner_only() throws Exception {
        String before = get("/jwks").body();
        String token = issuer.token("tax");
        int port = URI.create(issuer.url()).getPort();
        issuer.close();
        issuer = LocalIssuer.start(port, temporary.resolve("key.json"), CLIENTS);
        assertThat(get("/jwks").body()).isEqualTo(before);
        assertThat(verify(token).getSubject()).isEqualTo("tax");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_wrong_secret_an_unknown_client_and_another_grant_are_refused_with_the_reason() throws Exception {
        assertRefused(
                token("grant_type=client_credentials&client_id=amr&client_secret=no", null), 401, "invalid_client");
        assertRefused(token("grant_type=client_credentials&client_id=x&client_secret=", null), 401, "invalid_client");
        assertRefused(token("grant_type=client_credentials", "Basic !!!"), 401, "invalid_client");
        assertRefused(token("grant_type=client_credentials", null), 401, "invalid_client");
        assertRefused(
                token("grant_type=password&client_id=tax&client_secret=other", null), 400, "unsupported_grant_type");
        assertRefused(get("/token"), 405, "invalid_request");
        assertRefused(get("/nothing"), 404, "not_found");
    }

    @Test
    void tests_can_ask_for_expired_tokens_and_for_other_audiences() {
        assertThatThrownBy(() -> verify(issuer.token("amr", "hutong", Duration.ofMinutes(-5))))
                .hasMessageContaining("no longer valid");
        assertThatThrownBy(() -> verify(issuer.token("amr", "another", Duration.ofMinutes(5))))
                .isInstanceOf(InvalidJwtException.class)
                .hasMessageContaining("aud");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String error) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("error").asText()).isEqualTo(error);
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(json(answer).get("detail").asText()).isNotBlank();
    }

    private JwtClaims verify(String token) throws Exception {
        JsonWebKeySet keys = new JsonWebKeySet(get("/jwks").body());
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedAudience("hutong")
                .setExpectedIssuer(issuer.url())
                .setRequireExpirationTime()
                .build();
        return consumer.processToClaims(token);
    }

    private HttpResponse<String> token(String form, @org.jspecify.annotations.Nullable String authorization)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(issuer.url() + "/token"))
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(form));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(issuer.url() + path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
