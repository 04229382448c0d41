package io.hutong.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The issuer's answers: discovery, keys, tokens, and errors in the form of RFC 6749 §5.2 with the fields of RFC 9457. */
final class IssuerEndpoints {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_BODY = 16_384;

    private final String issuer;
    private final IssuerKey key;
    private final IssuerTokens tokens;
    private final Map<String, IssuerClient> clients;

    IssuerEndpoints(String issuer, IssuerKey key, IssuerTokens tokens, Map<String, IssuerClient> clients) {
        this.issuer = issuer;
        this.key = key;
        this.tokens = tokens;
        this.clients = clients;
    }

    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> send(exchange, 200, "application/json", discovery());
                case "/jwks" ->
                    send(exchange, 200, "application/json", key.publicKeys().getBytes(UTF_8));
                case "/token" -> token(exchange);
                default -> problem(exchange, 404, "not_found", "没有这个地址 · no such address");
            }
        }
    }

    private byte[] discovery() throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer);
        document.put("jwks_uri", issuer + "/jwks");
        document.put("token_endpoint", issuer + "/token");
        document.put("grant_types_supported", List.of("client_credentials"));
        document.put("response_types_supported", List.of("token"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        return JSON.writeValueAsBytes(document);
    }

    private void token(HttpExchange exchange) throws IOException {
        if (!"POST".equals(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "POST");
            problem(exchange, 405, "invalid_request", "只接受 POST · only POST is accepted");
            return;
        }
        String body = new String(exchange.getRequestBody().readNBytes(LARGEST_BODY), UTF_8);
        TokenRequest request = TokenRequest.of(exchange.getRequestHeaders().getFirst("Authorization"), body);
        IssuerClient client = authenticated(request);
        if (client == null) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"hutong\"");
            problem(exchange, 401, "invalid_client", "客户端或密钥不对 · unknown client or wrong secret");
        } else if (!"client_credentials".equals(request.grantType())) {
            problem(exchange, 400, "unsupported_grant_type", "只支持 client_credentials · only client_credentials");
        } else {
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            send(exchange, 200, "application/json", granted(client));
        }
    }

    private byte[] granted(IssuerClient client) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", tokens.tokenFor(client, IssuerTokens.LIFETIME));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", IssuerTokens.LIFETIME.toSeconds());
        return JSON.writeValueAsBytes(answer);
    }

    private @Nullable IssuerClient authenticated(TokenRequest request) {
        IssuerClient client = clients.get(request.clientId());
        String expected = client == null ? "" : client.secret();
        boolean same =
                MessageDigest.isEqual(expected.getBytes(UTF_8), request.secret().getBytes(UTF_8));
        return same ? client : null;
    }

    private void problem(HttpExchange exchange, int status, String error, String detail) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("error", error);
        document.put("error_description", detail);
        document.put("type", "urn:hutong:problem:issuer-" + error.replace('_', '-'));
        document.put("title", error);
        document.put("status", status);
        document.put("detail", detail);
        boolean protocol = "/token".equals(exchange.getRequestURI().getPath());
        String mediaType = protocol ? "application/json" : "application/problem+json";
        send(exchange, status, mediaType, JSON.writeValueAsBytes(document));
    }

    private static void send(HttpExchange exchange, int status, String mediaType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", mediaType + ";charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
