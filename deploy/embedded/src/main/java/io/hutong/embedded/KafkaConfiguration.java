package io.hutong.embedded;

import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/** Settings of a single broker that is its own controller: loopback only, few threads, topics by declaration only. */
final class KafkaConfiguration {
    private KafkaConfiguration() {}

    static Properties of(Path directory, int port, int controllerPort) {
        Properties settings = new Properties();
        identity(settings, directory, port, controllerPort);
        single(settings);
        small(settings);
        return settings;
    }

    /** Only accounts enter, each with its own rights; the controller's door is for the broker alone. */
    static Properties secured(Path directory, int port, int controllerPort, KafkaAccounts accounts) {
        Properties settings = of(directory, port, controllerPort);
        settings.setProperty(
                "listeners", "SASL_PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "SASL_PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty(
                "listener.security.protocol.map", "SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        settings.setProperty("inter.broker.listener.name", "SASL_PLAINTEXT");
        settings.setProperty("sasl.enabled.mechanisms", KafkaAccount.MECHANISM);
        settings.setProperty("sasl.mechanism.inter.broker.protocol", KafkaAccount.MECHANISM);
        settings.setProperty("sasl.mechanism.controller.protocol", KafkaAccount.MECHANISM);
        settings.setProperty(
                "listener.name.sasl_plaintext.plain.sasl.jaas.config", accounts.admitting(accounts.names()));
        settings.setProperty(
                "listener.name.controller.plain.sasl.jaas.config", accounts.admitting(Set.of(KafkaAccounts.BROKER)));
        settings.setProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.setProperty("super.users", "User:" + KafkaAccounts.BROKER + ";User:" + KafkaAccounts.ADMINISTRATOR);
        return settings;
    }

    private static void identity(Properties settings, Path directory, int port, int controllerPort) {
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
        settings.setProperty(
                "log.dirs",
                directory.toAbsolutePath().normalize().resolve("log").toString());
    }

    private static void single(Properties settings) {
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
    }

    private static void small(Properties settings) {
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "2");
        settings.setProperty("background.threads", "2");
        settings.setProperty("num.recovery.threads.per.data.dir", "2");
        settings.setProperty("num.replica.fetchers", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.num.partitions", "2");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "2");
        settings.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        settings.setProperty("log.segment.bytes", "67108864");
        settings.setProperty("log.index.size.max.bytes", "1048576");
        settings.setProperty("message.max.bytes", "8388608");
        settings.setProperty("controlled.shutdown.enable", "false");
    }
}
