package io.hutong.local.parts;

import static io.hutong.local.parts.PortName.CREDIT;
import static io.hutong.local.parts.PortName.CREDIT_MANAGEMENT;
import static io.hutong.local.parts.PortName.DATABASE;
import static io.hutong.local.parts.PortName.EXCHANGE;
import static io.hutong.local.parts.PortName.EXCHANGE_MANAGEMENT;
import static io.hutong.local.parts.PortName.ISSUER;
import static io.hutong.local.parts.PortName.KAFKA;
import static io.hutong.local.parts.PortName.KAFKA_CONTROLLER;
import static io.hutong.local.parts.PortName.REGISTRATION;
import static io.hutong.local.parts.PortName.REGISTRATION_MANAGEMENT;
import static io.hutong.local.parts.PortName.TAX;
import static io.hutong.local.parts.PortName.TAX_MANAGEMENT;

import io.hutong.embedded.EmbeddedKafka;
import io.hutong.embedded.EmbeddedMariaDb;
import io.hutong.embedded.KafkaAccounts;
import io.hutong.embedded.LocalIssuer;
import io.hutong.embedded.MariaDbConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What runs: three servers, then the services that need them. */
public final class Parts {
    public static final String SUPERVISOR = "supervisor";

    private final Installation installation;
    private final Secrets secrets;
    private final Ports ports;

    public Parts(Installation installation, Secrets secrets) {
        this.installation = installation;
        this.secrets = secrets;
        this.ports = installation.ports();
    }

    public List<Part> all() {
        return Stream.concat(servers().stream(), services().stream()).toList();
    }

    /** Database, broker, issuer. Unpacks the database and makes its data folder if this is the first start. */
    public List<Part> servers() {
        return List.of(database(), broker(), issuer());
    }

    public List<Part> services() {
        return List.of(
                new ServicePart("registration-service", Secrets.REGISTRATION, REGISTRATION, REGISTRATION_MANAGEMENT)
                        .source("tax-events", TAX)
                        .source("exchange-events", EXCHANGE)
                        .source("credit-events", CREDIT)
                        .part(installation, secrets),
                new ServicePart("tax-sync-service", Secrets.TAX, TAX, TAX_MANAGEMENT)
                        .source("registration-events", REGISTRATION)
                        .part(installation, secrets),
                new ServicePart("exchange-service", Secrets.EXCHANGE, EXCHANGE, EXCHANGE_MANAGEMENT)
                        .source("registration-events", REGISTRATION)
                        .folder("hutong.exchange.drop.directory", installation.drop())
                        .part(installation, secrets),
                new ServicePart("credit-service", Secrets.CREDIT, CREDIT, CREDIT_MANAGEMENT)
                        .source("registration-events", REGISTRATION)
                        .source("exchange-events", EXCHANGE)
                        .source("tax-events", TAX)
                        .part(installation, secrets));
    }

    private Part database() {
        MariaDbConfig config = MariaDbConfig.in(installation.data().resolve("mariadb"), ports.of(DATABASE))
                .withAdminPassword(secrets.value("database.root"))
                .withBufferPool(128)
                .withAccount("registration", "registration", secrets.value("database.registration"))
                .withAccount("tax", "tax", secrets.value("database.tax"))
                .withAccount("exchange", "exchange", secrets.value("database.exchange"))
                .withAccount("credit", "credit", secrets.value("database.credit"));
        return new Part(
                "database",
                "数据库 · MariaDB 11.4",
                Set.of(DATABASE),
                installation.data(),
                EmbeddedMariaDb.prepare(config),
                // the server makes accounts at its start only: one that runs without a new one is started again
                Map.of("HUTONG_DATABASES", "registration tax exchange credit"),
                Probe.database(ports.of(DATABASE), "tax", secrets.value("database.tax")));
    }

    private Part broker() {
        Path folder = installation.data().resolve("kafka");
        List<String> command = JavaCommand.withHeap(192)
                .main(installation, EmbeddedKafka.class, folder, ports.of(KAFKA), ports.of(KAFKA_CONTROLLER));
        return new Part(
                "broker",
                "消息 · Kafka 4 (KRaft)",
                Set.of(KAFKA, KAFKA_CONTROLLER),
                installation.data(),
                command,
                Map.of(KafkaAccounts.VARIABLE, secrets.brokerAccounts().text()),
                Probe.broker(ports.of(KAFKA), BrokerClients.administrator(installation, secrets)));
    }

    private Part issuer() {
        List<String> command = JavaCommand.withHeap(32)
                .main(installation, LocalIssuer.class, ports.of(ISSUER), secrets.issuerKey(), secrets.clientsFile());
        return new Part(
                "issuer",
                "身份 · OpenID Connect",
                Set.of(ISSUER),
                installation.data(),
                command,
                Map.of(),
                Probe.http(ports.url(ISSUER) + "/.well-known/openid-configuration"));
    }

    /** The process that watches the others; it is watched by nobody, and nothing stops when it does. */
    public Part supervisor() {
        List<String> command = JavaCommand.withHeap(32)
                .set("hutong.root", installation.root())
                .set("hutong.home", installation.home())
                .set("hutong.launcher", installation.launcher())
                .main(installation, Supervisor.class);
        return new Part(SUPERVISOR, "守护 · supervisor", Set.of(), installation.run(), command, Map.of(), () -> true);
    }
}
