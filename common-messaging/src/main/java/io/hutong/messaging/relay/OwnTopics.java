package io.hutong.messaging.relay;

import io.hutong.messaging.DeliveryFailure;
import io.hutong.messaging.MessagingConfig;
import io.hutong.messaging.TopicNames;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics of this service where they are missing: events, what readers reject of them, and keys. A broker that
 * lets this service make none has them declared by its administrator.
 */
@Singleton
public class OwnTopics {
    private final Map<String, Object> broker;
    private final MessagingConfig config;
    private volatile boolean made;

    OwnTopics(@Identifier("default-kafka-broker") Map<String, Object> broker, MessagingConfig config) {
        this.broker = broker;
        this.config = config;
        this.made = !config.topics().create();
    }

    /** Asks the broker once; existing topics stay as they are. */
    public void makeOnce() {
        if (made) {
            return;
        }
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("request.timeout.ms", 4_000);
        settings.put("default.api.timeout.ms", 5_000);
        try (Admin admin = Admin.create(settings)) {
            for (var answer : admin.createTopics(wanted()).values().values()) {
                await(answer::get);
            }
        }
        made = true;
    }

    private List<NewTopic> wanted() {
        String events = TopicNames.events(config.service());
        String kept = Long.toString(config.topics().keep().toMillis());
        return List.of(
                topic(events).configs(Map.of("retention.ms", kept)),
                topic(TopicNames.rejected(events)).configs(Map.of("retention.ms", kept)),
                topic(TopicNames.keys(config.service())).configs(Map.of("cleanup.policy", "compact")));
    }

    private NewTopic topic(String name) {
        return new NewTopic(
                name, config.topics().partitions(), (short) config.topics().replication());
    }

    /** Waits for an answer of the broker. */
    @FunctionalInterface
    private interface Answer {
        void get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException;
    }

    private static void await(Answer answer) {
        try {
            answer.get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailure("interrupted while making topics", e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException
                    || e.getCause() instanceof TopicAuthorizationException)) {
                throw new DeliveryFailure("cannot make topics", e);
            }
        } catch (TimeoutException e) {
            throw new DeliveryFailure("cannot make topics", e);
        }
    }
}
