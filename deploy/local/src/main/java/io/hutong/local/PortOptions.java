package io.hutong.local;

import io.hutong.local.parts.PortName;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One option per port. */
final class PortOptions {
    @Option(names = "--port-issuer", paramLabel = "N", description = "本地发证 · issuer (18080)")
    private @Nullable Integer issuer;

    @Option(names = "--port-registration", paramLabel = "N", description = "登记服务 · registration-service (18081)")
    private @Nullable Integer registration;

    @Option(names = "--port-registration-management", paramLabel = "N", description = "… 管理端口 · its management (18091)")
    private @Nullable Integer registrationManagement;

    @Option(names = "--port-tax", paramLabel = "N", description = "税务服务 · tax-sync-service (18082)")
    private @Nullable Integer tax;

    @Option(names = "--port-tax-management", paramLabel = "N", description = "… 管理端口 · its management (18092)")
    private @Nullable Integer taxManagement;

    @Option(names = "--port-exchange", paramLabel = "N", description = "交换服务 · exchange-service (18083)")
    private @Nullable Integer exchange;

    @Option(names = "--port-exchange-management", paramLabel = "N", description = "… 管理端口 · its management (18093)")
    private @Nullable Integer exchangeManagement;

    @Option(names = "--port-credit", paramLabel = "N", description = "信用服务 · credit-service (18084)")
    private @Nullable Integer credit;

    @Option(names = "--port-credit-management", paramLabel = "N", description = "… 管理端口 · its management (18094)")
    private @Nullable Integer creditManagement;

    @Option(names = "--port-kafka", paramLabel = "N", description = "Kafka (18192)")
    private @Nullable Integer kafka;

    @Option(names = "--port-kafka-controller", paramLabel = "N", description = "Kafka 控制器 · its controller (18193)")
    private @Nullable Integer kafkaController;

    @Option(names = "--port-database", paramLabel = "N", description = "MariaDB (18306)")
    private @Nullable Integer database;

    Map<PortName, Integer> chosen() {
        EnumMap<PortName, Integer> chosen = new EnumMap<>(PortName.class);
        put(chosen, PortName.ISSUER, issuer);
        put(chosen, PortName.REGISTRATION, registration);
        put(chosen, PortName.REGISTRATION_MANAGEMENT, registrationManagement);
        put(chosen, PortName.TAX, tax);
        put(chosen, PortName.TAX_MANAGEMENT, taxManagement);
        put(chosen, PortName.EXCHANGE, exchange);
        put(chosen, PortName.EXCHANGE_MANAGEMENT, exchangeManagement);
        put(chosen, PortName.CREDIT, credit);
        put(chosen, PortName.CREDIT_MANAGEMENT, creditManagement);
        put(chosen, PortName.KAFKA, kafka);
        put(chosen, PortName.KAFKA_CONTROLLER, kafkaController);
        put(chosen, PortName.DATABASE, database);
        return chosen;
    }

    private static void put(Map<PortName, Integer> chosen, PortName name, @Nullable Integer number) {
        if (number != null) {
            chosen.put(name, number);
        }
    }
}
