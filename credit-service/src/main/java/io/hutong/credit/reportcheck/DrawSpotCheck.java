package io.hutong.credit.reportcheck;

import io.hutong.credit.annualreport.ReportRules;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.reportcheck.SpotCheck.Item;
import io.hutong.credit.reportcheck.SpotCheck.Population;
import io.hutong.identity.BizId;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws reports at random to be looked into, and shows the sample (Interim Measures on Annual Reports art. 11). */
@ApplicationScoped
public class DrawSpotCheck {
    private static final int MOST = 10_000;
    private static final int LONGEST_SEED = 100;

    /** The province's order: of which year, how many, and the seed that it made known. */
    public record Command(int reportYear, int size, String seed, String by) {}

    private final SpotChecks checks;
    private final ReportRules rules;
    private final CreditTime time;

    DrawSpotCheck(SpotChecks checks, ReportRules rules, CreditTime time) {
        this.checks = checks;
        this.rules = rules;
        this.time = time;
    }

    @Transactional
    public SpotCheck handle(Command command) {
        List<Violation> found = defects(command);
        CreditProblems.refuse(found);
        UUID id = time.newId();
        Population population = Population.of(checks.keepPopulation(id, command.reportYear()));
        var check = new SpotCheck(
                id, command.reportYear(), command.seed(), command.size(), time.now(), command.by(), population);
        checks.draw(check);
        return check;
    }

    private List<Violation> defects(Command command) {
        List<Violation> found = new ArrayList<>();
        int first = rules.firstYear(time.today());
        if (command.reportYear() < first || command.reportYear() >= time.today().getYear()) {
            found.add(new Violation(
                    "/reportYear", "spot-check.year", "不在本系统掌握的年度之内", "not a year whose reports are here"));
        }
        if (command.size() < 1 || command.size() > MOST) {
            found.add(
                    new Violation("/size", "spot-check.size", "抽取 1 至 " + MOST + " 户", "1 to " + MOST + " are drawn"));
        }
        if (command.seed().isBlank() || command.seed().length() > LONGEST_SEED) {
            found.add(new Violation(
                    "/seed",
                    "spot-check.seed",
                    "应写明随机种子（不超过" + LONGEST_SEED + "字）",
                    "the seed is given, in at most " + LONGEST_SEED + " characters"));
        }
        return found;
    }

    @Transactional
    public SpotCheck read(UUID id) {
        return checks.find(id).orElseThrow(CreditProblems::notFound);
    }

    /** Who could be drawn, behind that one: with the seed, the draw can be repeated. */
    @Transactional
    public List<BizId> population(UUID id, @Nullable BizId after, int limit) {
        return checks.population(read(id).id(), after, limit);
    }

    @Transactional
    public List<Item> items(UUID id, @Nullable BizId after, int limit) {
        return checks.items(read(id).id(), after, limit);
    }
}
