package io.hutong.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrialTest {
    private static final String OLD = """
            ruleSet: test.age
            version: "1"
            zh: 年龄
            en: Age
            from: 2020-01-01
            to: 2020-12-31
            clause: a
            law: {a: {zh: 甲, en: a}}
            facts: {AGE: {type: number, zh: 年龄, en: age}}
            conditions: {grown: {zh: 成年, en: grown, clause: a, when: AGE is at least 18}}
            rules:
              - {rule: GROWN, zh: 成年, en: grown, clause: a, when: grown, outcome: PASS}
              - {rule: REST, zh: 其他, en: rest, clause: a, when: otherwise, outcome: FAIL}
            """;

    @Test
    void past_cases_tell_what_a_new_version_would_change() {
        RuleSets sets = LoanRules.read(
                OLD,
                OLD.replace("\"1\"", "\"2\"")
                        .replace("2020-01-01", "2021-01-01")
                        .replace("to: 2020-12-31\n", "")
                        .replace("at least 18", "at least 16"));
        List<Trial.PastCase> cases = List.of(pastCase("c15", 15), pastCase("c16", 16), pastCase("c18", 18));
        Trial.Report report = new Trial(sets.version("test.age", "1"), sets.version("test.age", "2")).over(cases);
        assertThat(report)
                .isEqualTo(new Trial.Report(
                        "test.age/1",
                        "test.age/2",
                        3,
                        2,
                        Map.of("FAIL → PASS", 1),
                        List.of(new Trial.Difference(
                                "c16",
                                new Trial.Answer("FAIL", "REST", List.of()),
                                new Trial.Answer("PASS", "GROWN", List.of("grown"))))));
    }

    private static Trial.PastCase pastCase(String id, int age) {
        Facts facts = new Facts(Map.of("AGE", Fact.of(Value.number(age), "TEST")));
        return new Trial.PastCase(id, LocalDate.of(2020, 6, 1), facts);
    }
}
