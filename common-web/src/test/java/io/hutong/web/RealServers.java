package io.hutong.web;

import io.hutong.embedded.EmbeddedMariaDb;
import io.hutong.embedded.FreePort;
import io.hutong.embedded.IssuerClient;
import io.hutong.embedded.LocalIssuer;
import io.hutong.embedded.MariaDbConfig;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One database server and one issuer for the tests of this module; the tokens reach the tests as configuration. */
public class RealServers implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedMariaDb database;
    private @Nullable LocalIssuer issuer;
    private Runnable drop = () -> {};

    @Override
    public Map<String, String> start() {
        var issued = LocalIssuer.start(
                0,
                temporary("issuer").resolve("key.json"),
                List.of(
                        new IssuerClient("amr", "secret", "AMR", List.of("registrar")),
                        new IssuerClient("amr-2", "secret", "AMR", List.of("registrar")),
                        new IssuerClient("tax", "secret", "TAX", List.of("tax-officer")),
                        new IssuerClient("stray", "secret", "TAX", List.of("registrar"))));
        issuer = issued;
        var config = new HashMap<String, String>();
        config.put("quarkus.oidc.auth-server-url", issued.url());
        for (String client : List.of("amr", "amr-2", "tax", "stray")) {
            config.put("token." + client, issued.token(client));
        }
        config.put("token.expired", issued.token("amr", "hutong", Duration.ofMinutes(-5)));
        config.put("token.for-others", issued.token("amr", "another", Duration.ofMinutes(5)));
        config.putAll(databaseConfig());
        return config;
    }

    private Map<String, String> databaseConfig() {
        String given = System.getenv("HUTONG_TEST_DB_URL");
        if (given != null) {
            String name = "t_web_" + UUID.randomUUID().toString().substring(0, 8);
            execute(given, "create database " + name + " character set utf8mb4");
            drop = () -> execute(given, "drop database " + name);
            return Map.of("quarkus.datasource.jdbc.url", given.replaceFirst("(jdbc:mysql://[^/]+/)[^?]*", "$1" + name));
        }
        database = EmbeddedMariaDb.start(
                MariaDbConfig.in(temporary("mariadb"), FreePort.choose()).withAccount("web", "web", "web-pw-123"));
        return Map.of(
                "quarkus.datasource.jdbc.url", database.url("web"),
                "quarkus.datasource.username", "web",
                "quarkus.datasource.password", "web-pw-123");
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database server refused: " + e.getMessage(), e);
        }
    }

    private static Path temporary(String name) {
        try {
            return Files.createTempDirectory("hutong-web-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        drop.run();
        if (database != null) {
            database.close();
        }
        if (issuer != null) {
            issuer.close();
        }
    }
}
