package io.hutong.local.parts;

import io.hutong.embedded.TopicRights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the local installation and who may use them: declared here, never made by a typing error. */
public final class Topics {
    private static final int PARTITIONS = 12;
    private static final List<String> PRODUCERS = List.of("registration", "tax", "exchange", "credit");
    private static final Map<String, String> FOURTEEN_DAYS = Map.of("retention.ms", "1209600000");
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

    private Topics() {}

    static List<NewTopic> declared() {
        List<NewTopic> topics = new ArrayList<>();
        for (String producer : PRODUCERS) {
            topics.add(new NewTopic(producer + ".events", PARTITIONS, (short) 1).configs(FOURTEEN_DAYS));
            topics.add(new NewTopic(producer + ".events.rejected", PARTITIONS, (short) 1).configs(FOURTEEN_DAYS));
            topics.add(new NewTopic(producer + ".keys", PARTITIONS, (short) 1).configs(COMPACTED));
        }
        return topics;
    }

    /** Creates what is missing; an existing topic stays as it is. Rights become those of the contract. */
    public static void create(Installation installation, Secrets secrets) {
        try (Admin admin = Admin.create(new HashMap<>(BrokerClients.administrator(installation, secrets)))) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = declared().stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
            TopicRights.declare(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot create the topics", e);
        }
    }
}
