package io.hutong.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may do what at the broker, drawn from the contract's table of topics: a topic's producers write it, its readers
 * read it, each in consumer groups named after themselves; integrators read events. Everything else is refused.
 */
public final class TopicRights {
    private static final String CONTRACT = "/contract/topics.csv";
    private static final int MOST_TURNS = 500;

    private TopicRights() {}

    private record Row(String topic, String kind, List<String> producers, List<String> readers) {
        static Row parse(String line) {
            String[] cells = line.split(",", -1);
            return new Row(cells[0], cells[1], services(cells[2]), services(cells[3]));
        }

        private static List<String> services(String cell) {
            return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
        }
    }

    /** The services that the contract names, by their short names. */
    static Set<String> services() {
        Set<String> services = new TreeSet<>();
        for (Row row : contract()) {
            services.addAll(row.producers());
            services.addAll(row.readers());
        }
        return services;
    }

    /** Every right there is. */
    public static Set<AclBinding> all() {
        Set<AclBinding> rights = new HashSet<>();
        for (Row row : contract()) {
            row.producers().forEach(producer -> rights.add(topic(producer, row.topic(), AclOperation.WRITE)));
            row.readers().forEach(reader -> rights.add(topic(reader, row.topic(), AclOperation.READ)));
            if (row.kind().equals("events")) {
                rights.add(topic(KafkaAccounts.READER, row.topic(), AclOperation.READ));
            }
        }
        services().forEach(service -> rights.add(groups(service)));
        rights.add(groups(KafkaAccounts.READER));
        return rights;
    }

    /** Gives what is missing and takes away what the contract does not know; returns when the broker acts on it. */
    public static void declare(Admin administrator) throws ExecutionException, InterruptedException {
        Set<AclBinding> wanted = all();
        Collection<AclBinding> present = present(administrator);
        change(administrator, present, wanted);
        for (int turn = 0; turn < MOST_TURNS && !wanted.equals(new HashSet<>(present)); turn++) {
            TimeUnit.MILLISECONDS.sleep(20);
            present = present(administrator);
        }
        if (!wanted.equals(new HashSet<>(present))) {
            throw new IllegalStateException("the broker does not act on the rights that it was given");
        }
    }

    private static Collection<AclBinding> present(Admin administrator) throws ExecutionException, InterruptedException {
        return administrator.describeAcls(AclBindingFilter.ANY).values().get();
    }

    private static void change(Admin administrator, Collection<AclBinding> present, Set<AclBinding> wanted)
            throws ExecutionException, InterruptedException {
        List<AclBinding> missing = new ArrayList<>(wanted);
        missing.removeAll(present);
        if (!missing.isEmpty()) {
            administrator.createAcls(missing).all().get();
        }
        List<AclBindingFilter> surplus = present.stream()
                .filter(right -> !wanted.contains(right))
                .map(AclBinding::toFilter)
                .toList();
        if (!surplus.isEmpty()) {
            administrator.deleteAcls(surplus).all().get();
        }
    }

    private static AclBinding topic(String account, String topic, AclOperation operation) {
        return right(account, new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL), operation);
    }

    private static AclBinding groups(String account) {
        ResourcePattern own = new ResourcePattern(ResourceType.GROUP, account + ".", PatternType.PREFIXED);
        return right(account, own, AclOperation.READ);
    }

    private static AclBinding right(String account, ResourcePattern resource, AclOperation operation) {
        return new AclBinding(
                resource, new AccessControlEntry("User:" + account, "*", operation, AclPermissionType.ALLOW));
    }

    private static List<Row> contract() {
        try (InputStream table = TopicRights.class.getResourceAsStream(CONTRACT)) {
            if (table == null) {
                throw new IllegalStateException("no " + CONTRACT + " on the class path");
            }
            return new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(Row::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
