package io.hutong.credit.financing;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.financing.Funnel.Step;
import io.hutong.credit.financing.Funnel.Told;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Takes what a financing platform counted of the businesses that registered there, and shows it beside the demands (measure 9). */
@ApplicationScoped
public class KeepFunnel {
    /** What a platform told of the end of a day. */
    public record Command(String platform, LocalDate asOf, List<Step> steps, String by) {
        public Command {
            steps = List.copyOf(steps);
        }
    }

    private final Funnels funnels;
    private final FinancingRules rules;
    private final CreditTime time;

    KeepFunnel(Funnels funnels, FinancingRules rules, CreditTime time) {
        this.funnels = funnels;
        this.rules = rules;
        this.time = time;
    }

    /** Of one day the last word counts. */
    @Transactional
    public Told handle(Command command) {
        if (!rules.hasPlatform(command.platform(), time.today())) {
            throw CreditProblems.notFound();
        }
        CreditProblems.refuse(defects(command));
        Told told =
                new Told(time.newId(), command.platform(), command.asOf(), command.steps(), command.by(), time.now());
        funnels.add(told);
        return told;
    }

    @Transactional
    public Funnel read() {
        return new Funnel(funnels.businesses(), funnels.newest(), funnels.reached());
    }

    private List<Violation> defects(Command command) {
        List<Violation> found = new ArrayList<>();
        if (command.asOf().isAfter(time.today())) {
            found.add(new Violation("/asOf", "date.future", "统计日期不得晚于今天", "the day of the count is not in the future"));
        }
        List<Step> steps = command.steps();
        List<String> wanted = rules.steps(time.today());
        if (!steps.stream().map(Step::step).toList().equals(wanted)) {
            found.add(new Violation(
                    "/steps",
                    "funnel.steps",
                    "应依次填写各环节：" + String.join("、", wanted),
                    "the steps are, in this order: " + String.join(", ", wanted)));
        } else if (steps.get(steps.size() - 1).businesses() < 0 || rises(steps)) {
            found.add(new Violation(
                    "/steps",
                    "funnel.order",
                    "户数不得为负，后一环节不得多于前一环节",
                    "no number is negative, and no step has more businesses than the one before"));
        }
        return found;
    }

    private static boolean rises(List<Step> steps) {
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).businesses() > steps.get(i - 1).businesses()) {
                return true;
            }
        }
        return false;
    }
}
