package io.hutong.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hutong.embedded.EmbeddedKafka;
import io.hutong.embedded.EmbeddedMariaDb;
import io.hutong.embedded.FreePort;
import io.hutong.embedded.IssuerClient;
import io.hutong.embedded.KafkaAccounts;
import io.hutong.embedded.LocalIssuer;
import io.hutong.embedded.MariaDbConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The process beside the test JVM that holds the servers. It is one of its own because Quarkus loads test classes by
 * several class loaders and closes them, and because it ends itself, and the servers, when the test JVM is gone.
 */
final class ServerProcess {
    static final List<IssuerClient> CLIENTS = List.of(
            client("amr", "AMR", "registrar"),
            client("credit", "AMR", "credit-officer"),
            client("portal", "AMR", "report-filer"),
            client("tax", "TAX", "tax-officer"),
            client("operator", "JCO", "flow-operator"),
            client("registration-service", "AMR", "service"),
            client("tax-sync-service", "TAX", "service"),
            client("exchange-service", "GDA", "service"),
            client("credit-service", "AMR", "service"),
            client("gda", "GDA", "exchange-admin"),
            client("town", "TOWN-620702102", "event-sender"),
            client("hrss", "HRSS-620702", "event-sender"),
            client("hud", "HUD-620702", "event-sender"),
            client("bank-a", "FI-620702-BANKA", "bank"),
            client("bank-b", "FI-620702-BANKB", "bank"),
            client("xcn", "XCN", "credit-platform"));

    /** As in an installation, but for the passwords. */
    static final KafkaAccounts BROKER_ACCOUNTS = KafkaAccounts.with(ServerProcess::secretOf);

    private ServerProcess() {}

    static String secretOf(String clientId) {
        return clientId + "-secret";
    }

    private static IssuerClient client(String id, String agency, String role) {
        return new IssuerClient(id, secretOf(id), agency, List.of(role));
    }

    /** Arguments: folder; then {@code embedded} or {@code external} database. Prints facts, a line each, then "ready". */
    public static void main(String... arguments) {
        PrintStream parent = System.out;
        System.setOut(System.err);
        try {
            start(Path.of(arguments[0]), arguments[1].equals("embedded"), parent);
            while (System.in.read() >= 0) {
                // The test JVM writes nothing; its end closes the stream.
            }
            System.exit(0);
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            // What did start keeps threads of its own: without this the process would stay, and its parent wait for it.
            System.exit(1);
        }
    }

    private static void start(Path home, boolean embedded, PrintStream parent) throws IOException {
        CompletableFuture<String> database =
                CompletableFuture.supplyAsync(() -> embedded ? startDatabase(home.resolve("mariadb")) : "");
        LocalIssuer issuer = LocalIssuer.start(0, home.resolve("issuer.json"), CLIENTS);
        int control = startControl(issuer);
        EmbeddedKafka kafka = EmbeddedKafka.start(home.resolve("kafka"), FreePort.choose(), BROKER_ACCOUNTS);
        parent.println("kafka=" + kafka.bootstrapServers());
        parent.println("issuer=" + issuer.url());
        parent.println("issuerKey=" + home.resolve("issuer.json"));
        parent.println("control=http://127.0.0.1:" + control);
        parent.println("database=" + database.join());
        parent.println("ready");
        parent.flush();
    }

    private static String startDatabase(Path directory) {
        MariaDbConfig config = MariaDbConfig.in(directory, FreePort.choose()).withBufferPool(96);
        EmbeddedMariaDb server = EmbeddedMariaDb.start(config);
        return server.url("") + "&user=" + MariaDbConfig.ADMIN + "&password=" + config.adminPassword();
    }

    /** Tokens that no client could get at the issuer: expired, for another audience, of a stranger. */
    private static int startControl(LocalIssuer issuer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/token", exchange -> answer(exchange, token(issuer, query(exchange))));
        server.start();
        return server.getAddress().getPort();
    }

    private static String token(LocalIssuer issuer, Map<String, String> query) {
        String client = query.getOrDefault("client", "");
        if (query.containsKey("agency")) {
            List<String> roles = Arrays.asList(query.getOrDefault("roles", "").split(","));
            return issuer.tokenFor(new IssuerClient(client, "none", query.getOrDefault("agency", ""), roles));
        }
        Duration lifetime = Duration.ofSeconds(Long.parseLong(query.getOrDefault("seconds", "3600")));
        return issuer.token(client, query.getOrDefault("audience", "hutong"), lifetime);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
