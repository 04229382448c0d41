package io.hutong.systemtests.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the promises of delivery from the two databases and the topics alone: no change lost, none doubled, in order
 * per business, every hold with a reason, every chain of digests whole.
 */
public final class LedgerCheck {

    /** Where to look. The URLs carry their own account, and so do the settings of a client of the broker. */
    public record Places(String registrationUrl, String taxUrl, Map<String, String> broker) {
        public Places {
            broker = Map.copyOf(broker);
        }
    }

    /** What was counted, and what is broken. */
    public record Result(Map<String, Long> counts, List<Finding> findings) {}

    private static final Set<String> CHANGES = Set.of(
            "opened",
            "changed",
            "operator-changed",
            "operator-renamed",
            "suspended",
            "resumed",
            "deregistered",
            "annulled");

    private static final String REGISTER =
            "select biz_id, concat_ws(' ', uscc, coalesce(name, '-'), tenure_id, status) from business";
    private static final String TAX_RECORDS =
            "select biz_id, concat_ws(' ', uscc, coalesce(name, '-'), tenure_id, registered) from taxpayer";

    private final EventLog register;
    private final EventLog tax;
    private final Map<String, String> broker;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Long> counts = new HashMap<>();
    private final Set<String> different = new HashSet<>();

    public LedgerCheck(Places places) {
        this.register = new EventLog("/registration", places.registrationUrl());
        this.tax = new EventLog("/tax", places.taxUrl());
        this.broker = places.broker();
    }

    /** Checks all; {@code accepted} are the ids of the changes that clients were told are registered. */
    public Result check(Collection<String> accepted) throws SQLException {
        Map<String, List<LoggedEvent>> registered = register.streams();
        Map<String, List<LoggedEvent>> answered = tax.streams();
        chains(register, registered);
        chains(tax, answered);
        taken(register, tax);
        taken(tax, register);
        onTopic("registration.events", registered);
        onTopic("tax.events", answered);
        nothingParked();
        acceptedOnce(accepted, registered);
        registered.forEach((biz, events) -> answers(biz, events, answered.getOrDefault(biz, List.of())));
        records();
        return new Result(counts, findings);
    }

    private void chains(EventLog log, Map<String, List<LoggedEvent>> streams) {
        streams.forEach((biz, events) -> {
            String previous = "";
            long version = 0;
            for (LoggedEvent event : events) {
                expect(event.version() == ++version, "gapless", biz, log.source() + " version " + event.version());
                expect(event.previousDigest().equals(previous), "chain", biz, log.source() + " at " + version);
                expect(event.payloadMatchesDigest(), "chain", biz, log.source() + " payload of " + version);
                previous = event.digest();
            }
            count("events of " + log.source(), events.size());
        });
    }

    private void taken(EventLog producer, EventLog consumer) throws SQLException {
        Map<String, Long> taken = consumer.taken(producer.source());
        producer.heads()
                .forEach((biz, head) -> expect(
                        head.equals(taken.get(biz)),
                        "no lost change",
                        biz,
                        "%s is at %d, reader at %s".formatted(producer.source(), head, taken.get(biz))));
    }

    private void onTopic(String topic, Map<String, List<LoggedEvent>> streams) {
        Map<String, Integer> times = TopicRecords.timesById(broker, topic);
        Set<String> logged = new HashSet<>();
        streams.forEach((biz, events) -> events.forEach(event -> {
            logged.add(event.id());
            expect(times.containsKey(event.id()), "published", biz, topic + " lacks version " + event.version());
        }));
        times.keySet().forEach(id -> expect(logged.contains(id), "no ghost", id, topic + " has what no log has"));
        count(
                "records of " + topic,
                times.values().stream().mapToLong(Integer::longValue).sum());
    }

    private void nothingParked() throws SQLException {
        for (EventLog log : List.of(register, tax)) {
            expect(log.count("parked_stream") == 0, "nothing parked", "-", log.source());
            expect(log.count("event_pending") == 0, "drained", "-", log.source());
        }
    }

    private void acceptedOnce(Collection<String> accepted, Map<String, List<LoggedEvent>> registered) {
        Map<String, Integer> times = new HashMap<>();
        registered
                .values()
                .forEach(events -> events.stream()
                        .filter(event -> CHANGES.contains(event.what()))
                        .forEach(event -> times.merge(event.changeId(), 1, Integer::sum)));
        accepted.forEach(change -> expect(
                times.getOrDefault(change, 0) == 1,
                "accepted = registered once",
                change,
                times.getOrDefault(change, 0) + " times"));
        times.forEach((change, n) -> expect(n == 1, "no double change", change, n + " times"));
        count("accepted", accepted.size());
        count("registered changes", times.size());
    }

    /** Every registered change is answered: applied once, or refused once, or held with a reason; applied in order. */
    private void answers(String biz, List<LoggedEvent> changes, List<LoggedEvent> answers) {
        List<String> applied = new ArrayList<>();
        for (LoggedEvent change : changes) {
            if (!CHANGES.contains(change.what())) {
                continue;
            }
            List<LoggedEvent> own = answers.stream()
                    .filter(answer -> answer.changeId().equals(change.changeId()))
                    .toList();
            long completed = times(own, "change-completed");
            long refused = times(own, "change-refused");
            boolean held = !own.isEmpty()
                    && own.get(own.size() - 1).what().equals("change-held")
                    && !own.get(own.size() - 1).body().path("blocks").isEmpty();
            expect(times(own, "change-received") == 1, "received once", biz, change.changeId());
            expect(completed <= 1 && refused <= 1, "no double effect", biz, change.changeId());
            expect(completed + refused > 0 || held, "applied or explained", biz, change.changeId());
            if (completed == 1) {
                applied.add(change.changeId());
            }
            if (completed == 0) {
                different.add(biz);
            }
            count(completed == 1 ? "applied" : refused == 1 ? "refused" : held ? "held" : "without answer", 1);
        }
        inOrder(biz, applied, answers);
    }

    /** What was answered is one thing, what stands in the records another: where nothing waits or was refused, they are the same. */
    private void records() throws SQLException {
        Map<String, String> inTaxRecords = tax.records(TAX_RECORDS);
        register.records(REGISTER).forEach((biz, entry) -> {
            if (!different.contains(biz)) {
                String record = inTaxRecords.getOrDefault(biz, "nothing");
                expect(record.equals(entry), "record as registered", biz, entry + ", tax has " + record);
                count("records compared", 1);
            }
        });
    }

    private void inOrder(String biz, List<String> registeredOrder, List<LoggedEvent> answers) {
        List<String> appliedOrder = answers.stream()
                .filter(answer -> answer.what().equals("change-completed"))
                .map(LoggedEvent::changeId)
                .filter(registeredOrder::contains)
                .toList();
        expect(appliedOrder.equals(registeredOrder), "in order", biz, "applied in another order than registered");
    }

    private static long times(List<LoggedEvent> events, String what) {
        return events.stream().filter(event -> event.what().equals(what)).count();
    }

    private void count(String what, long n) {
        counts.merge(what, n, Long::sum);
    }

    private void expect(boolean holds, String invariant, String bizId, String what) {
        if (!holds) {
            findings.add(new Finding(invariant, bizId, what));
        }
    }
}
