package io.hutong.local.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hutong.local.parts.Installation;
import io.hutong.local.parts.PortName;
import io.hutong.local.parts.Secrets;
import io.hutong.local.parts.UserMistake;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Bearer tokens of the demonstration clients, asked from the local issuer as any client would. */
public final class Tokens {
    private static final List<String> CLIENTS = List.of(
            "amr",
            "credit",
            "portal",
            "tax",
            "operator",
            "gda",
            "town",
            "hrss",
            "vet",
            "hud",
            "bank",
            "gua",
            "bank-a",
            "bank-b",
            "xcn");

    private final String issuer;
    private final Secrets secrets;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> known = new ConcurrentHashMap<>();

    private Tokens(String issuer, Secrets secrets) {
        this.issuer = issuer;
        this.secrets = secrets;
    }

    public static Tokens of(Installation installation) {
        return new Tokens(installation.ports().url(PortName.ISSUER), Secrets.read(installation));
    }

    /** A token of one of the demonstration clients; asked once per run of the launcher. */
    public String of(String client) {
        String id = client.toLowerCase(Locale.ROOT);
        if (!CLIENTS.contains(id)) {
            throw new UserMistake("没有这个部门 · unknown agency: " + client + "（" + String.join(" | ", CLIENTS) + "）");
        }
        return known.computeIfAbsent(id, this::ask);
    }

    private String ask(String id) {
        String form = "grant_type=client_credentials&client_id=" + id + "&client_secret="
                + URLEncoder.encode(secrets.value("client." + id), UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new UserMistake("发证服务拒绝了 · the issuer refused: " + answer.body());
            }
            return new ObjectMapper()
                    .readTree(answer.body())
                    .get("access_token")
                    .asText();
        } catch (IOException e) {
            throw new UserMistake("发证服务没有响应，请运行 ./hutong up · the issuer does not answer at " + issuer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
