package io.hutong.local.parts;

import java.util.Locale;

/** Every port of a local installation, what it is for and its default. */
public enum PortName {
    ISSUER(18080, "本地身份发证 · local issuer"),
    REGISTRATION(18081, "市场监管登记服务 · registration-service"),
    REGISTRATION_MANAGEMENT(18091, "登记服务管理端口 · management of registration-service"),
    TAX(18082, "税务同步服务 · tax-sync-service"),
    TAX_MANAGEMENT(18092, "税务服务管理端口 · management of tax-sync-service"),
    EXCHANGE(18083, "数据交换服务 · exchange-service"),
    EXCHANGE_MANAGEMENT(18093, "交换服务管理端口 · management of exchange-service"),
    CREDIT(18084, "市场监管信用服务 · credit-service"),
    CREDIT_MANAGEMENT(18094, "信用服务管理端口 · management of credit-service"),
    KAFKA(18192, "Kafka 消息 · Kafka broker"),
    KAFKA_CONTROLLER(18193, "Kafka 控制器 · Kafka controller"),
    DATABASE(18306, "MariaDB 数据库 · MariaDB");

    private final int standard;
    private final String purpose;

    PortName(int standard, String purpose) {
        this.standard = standard;
        this.purpose = purpose;
    }

    public int standard() {
        return standard;
    }

    public String purpose() {
        return purpose;
    }

    /** As in {@code --port-kafka-controller}. */
    public String option() {
        return "--port-" + words();
    }

    /** As in {@code hutong.properties}: {@code port.kafka-controller}. */
    public String key() {
        return "port." + words();
    }

    /** As in {@code HUTONG_PORT_KAFKA_CONTROLLER}. */
    public String variable() {
        return "HUTONG_PORT_" + name();
    }

    private String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
