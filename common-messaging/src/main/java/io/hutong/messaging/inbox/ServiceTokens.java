package io.hutong.messaging.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.messaging.MessagingConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** This service's own bearer token by the client credentials grant, kept until shortly before it expires. */
@Singleton
public class ServiceTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final MessagingConfig.Client client;
    private final Optional<String> issuer;
    private final HttpAnswers answers;
    private @Nullable String token;
    private long validUntil;

    ServiceTokens(
            MessagingConfig config, @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer) {
        this.client = config.client();
        this.issuer = issuer;
        this.answers = new HttpAnswers(client.timeout());
    }

    /** A token that is valid now. */
    synchronized String current() throws IOException, InterruptedException {
        String known = token;
        if (known != null && System.nanoTime() < validUntil) {
            return known;
        }
        JsonNode answer = post(tokenUrl());
        String fresh = answer.path("access_token").asText();
        if (fresh.isEmpty()) {
            throw new IOException("the token endpoint gave no token");
        }
        long seconds = Math.max(1, answer.path("expires_in").asLong(60) - MARGIN.toSeconds());
        validUntil = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        token = fresh;
        return fresh;
    }

    /** Forgets the token after it was refused. */
    synchronized void forget() {
        token = null;
    }

    private JsonNode post(URI url) throws IOException, InterruptedException {
        String id = client.id().orElseThrow(() -> new IOException("hutong.messaging.client.id is not set"));
        String secret = client.secret().orElseThrow(() -> new IOException("hutong.messaging.client.secret is not set"));
        String basic = Base64.getEncoder()
                .encodeToString((encoded(id) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));
        return json(answers.to(request), "the token endpoint");
    }

    private URI tokenUrl() throws IOException, InterruptedException {
        if (client.tokenUrl().isPresent()) {
            return client.tokenUrl().get();
        }
        String base = issuer.orElseThrow(() -> new IOException("no OpenID provider is configured"));
        URI discovery = URI.create(base.replaceAll("/+$", "") + "/.well-known/openid-configuration");
        JsonNode answer = json(answers.to(HttpRequest.newBuilder(discovery)), "the OpenID provider");
        return URI.create(answer.path("token_endpoint").asText());
    }

    private static JsonNode json(HttpResponse<byte[]> answer, String who) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(who + " answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
