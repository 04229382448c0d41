package io.hutong.local.parts;

import io.hutong.embedded.EmbeddedMariaDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A Hutong service as a part: a Quarkus application, its database account, its client, its sources. */
final class ServicePart {
    private static final int HEAP_MEGABYTES = 128;

    private final String name;
    private final String account;
    private final PortName port;
    private final PortName management;
    private final Map<String, PortName> sources = new HashMap<>();
    private final Map<String, Path> folders = new HashMap<>();

    /** @param account name of the service in databases and key files */
    ServicePart(String name, String account, PortName port, PortName management) {
        this.name = name;
        this.account = account;
        this.port = port;
        this.management = management;
    }

    /** Where the service that writes an inbox's topic can be asked for what is missing. */
    ServicePart source(String inbox, PortName service) {
        sources.put(inbox, service);
        return this;
    }

    /** A folder of the installation that a setting of the service names. */
    ServicePart folder(String setting, Path folder) {
        folders.put(setting, folder);
        return this;
    }

    Part part(Installation installation, Secrets secrets) {
        Path application = new Applications(installation).current(name);
        return new Part(
                name,
                "服务 · " + name,
                Set.of(port, management),
                application,
                command(installation, secrets, application),
                environment(installation, secrets),
                Probe.http(installation.ports().url(management) + "/q/health/ready"));
    }

    private List<String> command(Installation installation, Secrets secrets, Path application) {
        Ports ports = installation.ports();
        JavaCommand java = JavaCommand.withHeap(HEAP_MEGABYTES)
                .option("-XX:MaxMetaspaceSize=160m")
                .option("-XX:ReservedCodeCacheSize=64m")
                .set("java.util.logging.manager", "org.jboss.logmanager.LogManager")
                .set("quarkus.http.host", "127.0.0.1")
                .set("quarkus.http.port", ports.of(port))
                .set("quarkus.management.host", "127.0.0.1")
                .set("quarkus.management.port", ports.of(management))
                .set("hutong.messaging.keys.directory", secrets.keys())
                .set("hutong.messaging.instance", "local");
        sources.forEach((inbox, service) ->
                java.set("hutong.messaging.inbox.\"" + inbox + "\".source-url", ports.url(service)));
        folders.forEach(java::set);
        if (Files.exists(installation.clock())) {
            java.set("quarkus.profile", "sim").set("hutong.clock.file", installation.clock());
        }
        if (application.resolve("app-cds.jsa").toFile().exists()) {
            java.option("-XX:SharedArchiveFile=app-cds.jsa");
        }
        for (String option : extraOptions()) {
            java.option(option);
        }
        return java.jar(application.resolve("quarkus-run.jar"));
    }

    /** From {@code HUTONG_JAVA_OPTIONS}: for measurements, say with the second compiler. */
    private static List<String> extraOptions() {
        String options = System.getenv().getOrDefault("HUTONG_JAVA_OPTIONS", "").trim();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+", -1));
    }

    private Map<String, String> environment(Installation installation, Secrets secrets) {
        Ports ports = installation.ports();
        Map<String, String> environment = new HashMap<>(Map.of(
                "HUTONG_DB_URL", EmbeddedMariaDb.url(ports.of(PortName.DATABASE), account),
                "HUTONG_DB_USER", account,
                "HUTONG_DB_PASSWORD", secrets.value("database." + account),
                "HUTONG_OIDC_URL", ports.url(PortName.ISSUER),
                "HUTONG_SERVICE_CLIENT_ID", name,
                "HUTONG_SERVICE_CLIENT_SECRET", secrets.value("client." + name)));
        new BrokerClients(installation, secrets)
                .settings(account)
                .forEach((key, value) ->
                        environment.put("KAFKA_" + key.replace('.', '_').toUpperCase(Locale.ROOT), value));
        return environment;
    }
}
