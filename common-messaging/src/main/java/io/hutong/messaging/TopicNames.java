package io.hutong.messaging;

/** Names of topics, by the service that owns them. */
public final class TopicNames {
    private TopicNames() {}

    public static String events(String service) {
        return service + ".events";
    }

    public static String keys(String service) {
        return service + ".keys";
    }

    /** Where readers put what is no event of the topic. */
    public static String rejected(String topic) {
        return topic + ".rejected";
    }
}
