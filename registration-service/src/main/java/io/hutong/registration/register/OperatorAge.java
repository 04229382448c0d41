package io.hutong.registration.register;

import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import io.hutong.web.Violation;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How old who runs a business must be, by {@code rules/operator-age.yaml}: of age, or else a registrar has checked by hand
 * that the person lives on own labour income (Civil Code art. 17-18).
 */
public final class OperatorAge {
    public static final String RULE_SET = "registration.operator-age";

    private final RuleSets rules;

    public OperatorAge(RuleSets rules) {
        this.rules = rules;
    }

    public static OperatorAge bundled() {
        return new OperatorAge(RuleSets.load(RuleFile.resource(OperatorAge.class, "/rules/operator-age.yaml")));
    }

    public void check(Operator operator, LocalDate today, String pointer, List<Violation> found) {
        int age = Period.between(born(operator), today).getYears();
        int ofAge = from("AT_ONCE", today);
        int working = from("CHECKED", today);
        if (age < working) {
            found.add(new Violation(
                    pointer,
                    "operator.under-age",
                    "未满 " + working + " 周岁的，不能登记为经营者",
                    "nobody under " + working + " is registered as operator"));
        } else if (age < ofAge && operator.ageCheckedBy() == null) {
            found.add(
                    new Violation(
                            pointer + "/ageCheckedBy",
                            "operator.manual-check",
                            "经营者未满 " + ofAge + " 周岁，须由登记人员核实其以自己的劳动收入为主要生活来源，并在此写明核实人",
                            "the operator is under " + ofAge
                                    + ": a registrar must check by hand that he or she lives on own labour income, and is named here"));
        }
    }

    /** The later day counts: what is stated never makes a person older than the number does. */
    private static LocalDate born(Operator operator) {
        LocalDate byNumber = operator.person().residentId().birthDate();
        @Nullable LocalDate stated = operator.birthDate();
        return stated == null || stated.isBefore(byNumber) ? byNumber : stated;
    }

    private int from(String registered, LocalDate on) {
        return rules.on(RULE_SET, on)
                .table("ages")
                .find(Map.of("registered", registered))
                .map(row -> row.number("age"))
                .orElseThrow(() -> new IllegalStateException("no age for " + registered));
    }
}
