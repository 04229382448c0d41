package io.hutong.credit.abnormallist;

import io.hutong.credit.abnormallist.AbnormalEntry.Decision;
import io.hutong.credit.business.CreditTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Makes decisions of today, each with the next number of its kind. */
@ApplicationScoped
class Decisions {
    private final DecisionNumbers numbers;
    private final ListRules rules;
    private final CreditTime time;

    Decisions(DecisionNumbers numbers, ListRules rules, CreditTime time) {
        this.numbers = numbers;
        this.rules = rules;
        this.time = time;
    }

    List<Decision> take(DecisionKind kind, int count, String by) {
        LocalDate today = time.today();
        int first = numbers.take(kind, today.getYear(), count);
        return IntStream.range(first, first + count)
                .mapToObj(number -> new Decision(rules.decisionNo(kind, number, today), today, by))
                .toList();
    }

    /** Rule set and version by which they are made today. */
    String rules() {
        return rules.version(time.today());
    }
}
