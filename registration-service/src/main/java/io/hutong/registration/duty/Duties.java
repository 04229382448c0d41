package io.hutong.registration.duty;

import io.hutong.events.Agency;
import io.hutong.events.EventTypes;
import io.hutong.events.RegistrationEvent;
import io.hutong.rules.Clause;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import io.hutong.rules.Table;
import io.hutong.time.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Which agencies owe an answer to an event of the register and by when, by {@code rules/duties.yaml} on the day of
 * commit (architecture: duties and receipts).
 */
public final class Duties {
    public static final String RULE_SET = "registration.duties";

    /** An answer that is owed, within that many working days. */
    public record Owed(Agency agency, int workingDays, Clause clause, String ruleSet) {
        /** The last day; provisional until the calendars of its years are known. */
        public WorkingDays.Day dueOn(LocalDate from, WorkingDays calendar) {
            return calendar.after(from, workingDays);
        }
    }

    private final RuleSets rules;

    public Duties(RuleSets rules) {
        this.rules = rules;
    }

    public static Duties bundled() {
        return new Duties(RuleSets.load(RuleFile.resource(Duties.class, "/rules/duties.yaml")));
    }

    /** What is owed to an event; rows may be limited to one kind of operator change. */
    public List<Owed> owedTo(RegistrationEvent event, LocalDate on) {
        String kind = event instanceof RegistrationEvent.OperatorChanged changed
                ? changed.kind().name()
                : "*";
        return owedTo(EventTypes.typeOf(event), kind, on);
    }

    /** What is owed to an event of that wire type and kind; {@code *} where there is no kind. */
    public List<Owed> owedTo(String eventType, String kind, LocalDate on) {
        Table duties = rules.on(RULE_SET, on).table("duties");
        return duties.all(Map.of("event", eventType, "kind", kind))
                .map(row -> new Owed(
                        Agency.valueOf(row.cell("agency")), row.number("workingDays"), row.clause(), version(on)))
                .toList();
    }

    /** Rule set and version in force on a day. */
    public String version(LocalDate on) {
        return rules.on(RULE_SET, on).name();
    }
}
