package io.hutong.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.hutong.embedded.KafkaAccounts;
import io.hutong.embedded.TopicRights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.awaitility.Awaitility;

/** The topics of the services, made empty. */
public final class TestTopics {
    private static final int PARTITIONS = 12;
    private static final List<String> SERVICES = List.of("registration", "tax", "exchange", "credit");

    private TestTopics() {}

    /** Deletes all consumer groups and topics of the services, makes the topics anew, and gives the rights. */
    public static void reset(TestServers servers) {
        try (Admin admin = Admin.create(servers.brokerClient(KafkaAccounts.ADMINISTRATOR))) {
            TopicRights.declare(admin);
            List<NewTopic> topics = topics();
            deleteGroups(admin);
            Set<String> present = admin.listTopics().names().get(20, SECONDS);
            Set<String> old = new HashSet<>(present);
            old.retainAll(topics.stream().map(NewTopic::name).toList());
            if (!old.isEmpty()) {
                ignoring(
                        UnknownTopicOrPartitionException.class,
                        () -> admin.deleteTopics(old).all().get(20, SECONDS));
                // A topic is listed for a moment after its end: it must not be taken for the new one.
                Awaitility.await("old topics are gone")
                        .until(() ->
                                Collections.disjoint(admin.listTopics().names().get(20, SECONDS), old));
            }
            Awaitility.await("topics are made").until(() -> created(admin, topics));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were made", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not make the topics", e);
        }
    }

    private static boolean created(Admin admin, List<NewTopic> topics) throws Exception {
        Set<String> present = admin.listTopics().names().get(20, SECONDS);
        List<NewTopic> missing =
                topics.stream().filter(topic -> !present.contains(topic.name())).toList();
        if (missing.isEmpty()) {
            return true;
        }
        ignoring(
                TopicExistsException.class,
                () -> admin.createTopics(missing).all().get(20, SECONDS));
        return false;
    }

    private static List<NewTopic> topics() {
        List<NewTopic> topics = new ArrayList<>();
        for (String service : SERVICES) {
            topics.add(new NewTopic(service + ".events", PARTITIONS, (short) 1));
            topics.add(new NewTopic(service + ".events.rejected", PARTITIONS, (short) 1));
            topics.add(new NewTopic(service + ".keys", 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
        }
        return topics;
    }

    private static void deleteGroups(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        List<String> groups = admin.listGroups().all().get(20, SECONDS).stream()
                .map(GroupListing::groupId)
                .filter(Predicate.not(String::isEmpty))
                .toList();
        if (!groups.isEmpty()) {
            Awaitility.await("consumer groups of the application before are gone")
                    .ignoreExceptions()
                    .until(() -> admin.deleteConsumerGroups(groups).all().get(20, SECONDS) == null);
        }
    }

    private interface AdminCall {
        void run() throws InterruptedException, ExecutionException, TimeoutException;
    }

    private static void ignoring(Class<? extends Exception> harmless, AdminCall call)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            call.run();
        } catch (ExecutionException e) {
            if (!harmless.isInstance(e.getCause())) {
                throw e;
            }
        }
    }
}
