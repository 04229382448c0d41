package io.hutong.credit.reminder;

import io.hutong.credit.reminder.ReminderRules.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Shows how many businesses were reminded at each stage. */
@ApplicationScoped
public class ReadReminders {
    private final Reminders reminders;
    private final ReminderRules rules;

    ReadReminders(Reminders reminders, ReminderRules rules) {
        this.reminders = reminders;
        this.rules = rules;
    }

    /** A stage with how many were reminded at it. */
    public record Reminded(Stage stage, int businesses) {}

    @Transactional
    public List<Reminded> of(int reportYear) {
        Map<Integer, Integer> counts = reminders.counts(reportYear);
        return rules.stages(reportYear).stream()
                .map(stage -> new Reminded(stage, counts.getOrDefault(stage.number(), 0)))
                .toList();
    }
}
