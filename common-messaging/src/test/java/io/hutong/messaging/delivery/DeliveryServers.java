package io.hutong.messaging.delivery;

import io.hutong.embedded.EmbeddedKafka;
import io.hutong.embedded.EmbeddedMariaDb;
import io.hutong.embedded.FreePort;
import io.hutong.embedded.IssuerClient;
import io.hutong.embedded.LocalIssuer;
import io.hutong.embedded.MariaDbConfig;
import io.hutong.messaging.sealing.KeyFiles;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Database, broker and issuer of the delivery tests: the real ones, started once per test run. */
public final class DeliveryServers implements QuarkusTestResourceLifecycleManager {
    private static final String PASSWORD = "delivery-test";

    private final List<AutoCloseable> started = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        Path home = Path.of("target", "delivery-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        Map<String, String> config = new HashMap<>();
        database(home, config);
        EmbeddedKafka kafka = EmbeddedKafka.start(home.resolve("kafka"), FreePort.choose());
        started.add(kafka);
        config.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        config.put("kafka.security.protocol", "PLAINTEXT");
        LocalIssuer issuer = LocalIssuer.start(
                0,
                home.resolve("issuer.key"),
                List.of(
                        new IssuerClient("tax-sync-service", PASSWORD, "TAX", List.of("service")),
                        new IssuerClient("operator", PASSWORD, "JCO", List.of("flow-operator")),
                        new IssuerClient("officer", PASSWORD, "TAX", List.of("tax-officer")),
                        new IssuerClient("another-agency", PASSWORD, "TAX", List.of("flow-operator")),
                        new IssuerClient("both", PASSWORD, "TAX", List.of("service", "flow-operator")),
                        new IssuerClient("nobody", PASSWORD, "NOBODY", List.of("service", "flow-operator"))));
        started.add(issuer);
        config.put("quarkus.oidc.auth-server-url", issuer.url());
        config.put("HUTONG_SERVICE_CLIENT_ID", "tax-sync-service");
        config.put("HUTONG_SERVICE_CLIENT_SECRET", PASSWORD);
        KeyFiles.create(home.resolve("keys"), "tax", "registration");
        config.put("hutong.messaging.keys.directory", home.resolve("keys").toString());
        String source = "http://127.0.0.1:" + FreePort.choose();
        config.put("hutong.messaging.inbox.\"registration-events\".source-url", source);
        config.put("quarkus.http.test-port", "0");
        return config;
    }

    private void database(Path home, Map<String, String> config) {
        String external = System.getenv("HUTONG_TEST_DB_URL");
        if (external == null) {
            EmbeddedMariaDb server = EmbeddedMariaDb.start(
                    MariaDbConfig.in(home.resolve("mariadb"), FreePort.choose()).withAccount("tax", "tax", PASSWORD));
            started.add(server);
            config.put("quarkus.datasource.jdbc.url", server.url("tax"));
            config.put("quarkus.datasource.username", "tax");
            config.put("quarkus.datasource.password", PASSWORD);
        } else {
            ExternalDatabase database = ExternalDatabase.create(external);
            started.add(database);
            config.putAll(database.config());
        }
    }

    @Override
    public void stop() {
        for (int i = started.size() - 1; i >= 0; i--) {
            try {
                started.get(i).close();
            } catch (Exception e) {
                throw new IllegalStateException("a test server did not stop", e);
            }
        }
        started.clear();
    }
}
