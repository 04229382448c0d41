package io.hutong.local.parts;

import io.hutong.embedded.KafkaAccount;
import io.hutong.embedded.KafkaAccounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How clients of the broker log in: for the services by their environment, for people by files beside the passwords, as
 * Kafka's own tools ({@code .properties}) and kcat ({@code .conf}) read them.
 */
public final class BrokerClients {
    private static final List<String> PEOPLE = List.of(KafkaAccounts.ADMINISTRATOR, KafkaAccounts.READER);

    private final Installation installation;
    private final KafkaAccounts accounts;

    BrokerClients(Installation installation, Secrets secrets) {
        this.installation = installation;
        this.accounts = secrets.brokerAccounts();
    }

    /** Settings of a client that may do everything. */
    static Map<String, String> administrator(Installation installation, Secrets secrets) {
        return new BrokerClients(installation, secrets).settings(KafkaAccounts.ADMINISTRATOR);
    }

    /** Settings of a client that may read events. */
    public static Map<String, String> reader(Installation installation, Secrets secrets) {
        return new BrokerClients(installation, secrets).settings(KafkaAccounts.READER);
    }

    Map<String, String> settings(String account) {
        Map<String, String> settings = new TreeMap<>(accounts.named(account).login());
        settings.put("bootstrap.servers", bootstrapServers());
        return settings;
    }

    /** Writes {@code kafka-admin} and {@code kafka-reader}, readable by their owner alone. */
    void write() throws IOException {
        for (String account : PEOPLE) {
            write("kafka-" + account + ".properties", settings(account));
            write("kafka-" + account + ".conf", forKcat(accounts.named(account)));
        }
    }

    private Map<String, String> forKcat(KafkaAccount account) {
        return new TreeMap<>(Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanisms",
                "PLAIN",
                "sasl.username",
                account.name(),
                "sasl.password",
                account.password()));
    }

    private void write(String name, Map<String, String> settings) throws IOException {
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        Secrets.write(installation.secrets().resolve(name), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String bootstrapServers() {
        return "127.0.0.1:" + installation.ports().of(PortName.KAFKA);
    }
}
