package io.hutong.embedded;

import java.util.Map;
import java.util.regex.Pattern;

/** Who may connect to the broker; what it may do there is in {@link TopicRights}. */
public record KafkaAccount(String name, String password) {
    static final String MECHANISM = "PLAIN";

    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    public KafkaAccount {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an account's name is small letters, digits and hyphens, at most 32");
        }
        if (!PASSWORD.matcher(password).matches()) {
            throw new IllegalArgumentException("a password is 8 to 64 letters, digits, hyphens or underscores");
        }
    }

    /** How a client of the broker logs in, in the words of Kafka's own client settings. */
    public Map<String, String> login() {
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", MECHANISM, "sasl.jaas.config", jaas() + ";");
    }

    String jaas() {
        return LOGIN + " username=\"" + name + "\" password=\"" + password + "\"";
    }

    @Override
    public String toString() {
        return "KafkaAccount[" + name + "]";
    }
}
