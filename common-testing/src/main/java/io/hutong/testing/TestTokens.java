package io.hutong.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Bearer tokens of the test issuer's clients: agencies' people and machines, and the services. */
public final class TestTokens {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private TestTokens() {}

    /** A valid token of this client. */
    public static String of(String clientId) {
        return ask("client=" + encode(clientId));
    }

    /** A token of this client that expired five minutes ago. */
    public static String expired(String clientId) {
        return ask("client=" + encode(clientId) + "&seconds=-300");
    }

    /** A token of this client for somebody else's service. */
    public static String forAudience(String clientId, String audience) {
        return ask("client=" + encode(clientId) + "&audience=" + encode(audience));
    }

    /** A valid token with this agency and these roles, of a client that nobody registered. */
    public static String with(String agency, String... roles) {
        return ask("client=stranger&agency=" + encode(agency) + "&roles=" + encode(String.join(",", roles)));
    }

    private static String ask(String query) {
        URI uri = URI.create(TestServers.running().control() + "/token?" + query);
        try {
            HttpResponse<String> answer =
                    HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException("no token for " + query);
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("the test issuer does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a token", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
