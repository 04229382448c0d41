package io.hutong.testing;

import io.hutong.messaging.sealing.KeyFiles;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the service under test a fresh database, empty topics, its account at the broker, key files and the test issuer.
 * The argument {@code service} (registration, tax, exchange or credit) is required; every other argument is handed through as
 * configuration.
 */
public final class HutongTestResource implements QuarkusTestResourceLifecycleManager {
    private static final Map<String, String> CLIENTS = Map.of(
            "registration", "registration-service",
            "tax", "tax-sync-service",
            "exchange", "exchange-service",
            "credit", "credit-service");

    private final Map<String, String> arguments = new HashMap<>();
    private @Nullable TestDatabase database;

    @Override
    public void init(Map<String, String> initArgs) {
        arguments.putAll(initArgs);
    }

    @Override
    public Map<String, String> start() {
        String service = arguments.getOrDefault("service", "");
        String client = CLIENTS.get(service);
        if (client == null) {
            throw new IllegalArgumentException("@ResourceArg service is one of " + CLIENTS.keySet());
        }
        TestServers servers = TestServers.running();
        TestTopics.reset(servers);
        TestDatabase fresh = TestDatabase.create(servers, service);
        database = fresh;
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", fresh.url());
        config.put("quarkus.datasource.username", fresh.user());
        config.put("quarkus.datasource.password", fresh.password());
        servers.brokerClient(service).forEach((key, value) -> config.put("kafka." + key, value.toString()));
        config.put("quarkus.oidc.auth-server-url", servers.issuerUrl());
        config.put("hutong.messaging.service", service);
        config.put("hutong.messaging.keys.directory", keys(servers).toString());
        config.put("HUTONG_SERVICE_CLIENT_ID", client);
        config.put("HUTONG_SERVICE_CLIENT_SECRET", ServerProcess.secretOf(client));
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.management.test-port", "0");
        arguments.forEach(config::put);
        config.remove("service");
        return config;
    }

    @Override
    public void inject(TestInjector testInjector) {
        if (database != null) {
            testInjector.injectIntoFields(database, new TestInjector.MatchesType(TestDatabase.class));
        }
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
            database = null;
        }
    }

    /** Key files of every service, so that tests can look with the eyes of each. */
    static Path keys(TestServers servers) {
        Path directory = servers.home().resolve("keys");
        synchronized (Runtime.getRuntime()) {
            KeyFiles.create(directory, "registration", "tax", "credit", "subsidy", "exchange");
        }
        return directory;
    }
}
