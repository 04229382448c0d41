package io.hutong.embedded;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The accounts of a broker: its own, the administrator's, one for each service of the contract, and the readers'. */
public final class KafkaAccounts {
    /** Environment variable in which {@link EmbeddedKafka#main} finds the accounts, as {@link #text()} writes them. */
    public static final String VARIABLE = "HUTONG_KAFKA_ACCOUNTS";

    public static final String BROKER = "broker";
    public static final String ADMINISTRATOR = "admin";

    /** Integrators: reads every topic of events and writes nothing. */
    public static final String READER = "reader";

    private final SortedMap<String, KafkaAccount> accounts = new TreeMap<>();

    private KafkaAccounts(Collection<KafkaAccount> all) {
        all.forEach(account -> accounts.put(account.name(), account));
        if (!accounts.keySet().equals(everyName())) {
            throw new IllegalArgumentException("the accounts of a broker are " + everyName());
        }
    }

    /** The names that a broker has accounts for. */
    public static Set<String> everyName() {
        return Stream.concat(Stream.of(BROKER, ADMINISTRATOR, READER), TopicRights.services().stream())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** Every account with the password that is given for its name. */
    public static KafkaAccounts with(UnaryOperator<String> passwordOf) {
        return new KafkaAccounts(everyName().stream()
                .map(name -> new KafkaAccount(name, passwordOf.apply(name)))
                .toList());
    }

    /** What {@link #text()} wrote. */
    public static KafkaAccounts parse(String text) {
        List<KafkaAccount> all = text.lines()
                .filter(line -> line.indexOf('=') > 0)
                .map(line ->
                        new KafkaAccount(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)))
                .toList();
        return new KafkaAccounts(all);
    }

    /** A line {@code name=password} for each account. */
    public String text() {
        return accounts.values().stream()
                .map(account -> account.name() + "=" + account.password())
                .collect(Collectors.joining("\n"));
    }

    public KafkaAccount named(String name) {
        KafkaAccount account = accounts.get(name);
        if (account == null) {
            throw new IllegalArgumentException("no account " + name);
        }
        return account;
    }

    Set<String> names() {
        return accounts.keySet();
    }

    /** How the broker logs in to itself, and whom a listener lets in. */
    String admitting(Set<String> names) {
        return named(BROKER).jaas()
                + names.stream()
                        .map(name -> " user_" + name + "=\"" + named(name).password() + "\"")
                        .collect(Collectors.joining())
                + ";";
    }

    @Override
    public String toString() {
        return "KafkaAccounts" + accounts.keySet();
    }
}
