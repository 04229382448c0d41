package io.hutong.systemtests.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks the exchange's promise from its database, the register's and the topic alone: what was accepted is there, once. */
public final class IntakeCheck {
    private static final String SOURCE = "/exchange";

    private final EventLog exchange;
    private final EventLog register;
    private final Map<String, String> broker;
    private final List<Finding> findings = new ArrayList<>();

    public IntakeCheck(LedgerCheck.Places places, String exchangeUrl) {
        this.exchange = new EventLog(SOURCE, exchangeUrl);
        this.register = new EventLog("/registration", places.registrationUrl());
        this.broker = places.broker();
    }

    /** What is broken; {@code accepted} are the ids that the sender was given. */
    public List<Finding> findings(Collection<String> accepted) throws SQLException {
        findings.clear();
        Map<String, Integer> logged = new HashMap<>();
        exchange.streams().forEach((biz, events) -> chain(biz, events, logged));
        Map<String, Integer> sent = TopicRecords.timesById(broker, "exchange.events");
        for (String id : accepted) {
            expect(logged.getOrDefault(id, 0) == 1, "once", id, "in the log " + logged.getOrDefault(id, 0) + " times");
            expect(sent.getOrDefault(id, 0) >= 1, "sent", id, "not on the topic");
        }
        sent.keySet().forEach(id -> expect(logged.containsKey(id), "invented", id, "on the topic only"));
        long kept = exchange.count("accepted_event");
        expect(kept == logged.size(), "kept", "", kept + " accepted, " + logged.size() + " in the log");
        expect(exchange.count("event_pending") == 0, "pending", "", "events are still to be sent");
        expect(register.count("parked_stream") == 0, "parked", "", "streams are parked at the register");
        Map<String, Long> taken = register.taken(SOURCE);
        exchange.heads()
                .forEach((biz, head) -> expect(
                        head.equals(taken.get(biz)),
                        "taken",
                        biz,
                        "of " + head + " the register took " + taken.get(biz)));
        return List.copyOf(findings);
    }

    private void chain(String biz, List<LoggedEvent> events, Map<String, Integer> logged) {
        String previous = "";
        long version = 0;
        for (LoggedEvent event : events) {
            expect(event.version() == ++version, "gapless", biz, "version " + event.version());
            expect(event.previousDigest().equals(previous), "chain", biz, "at " + version);
            expect(event.payloadMatchesDigest(), "chain", biz, "payload of " + version);
            previous = event.digest();
            logged.merge(event.id(), 1, Integer::sum);
        }
    }

    private void expect(boolean holds, String invariant, String about, String what) {
        if (!holds) {
            findings.add(new Finding(invariant, about, what));
        }
    }
}
