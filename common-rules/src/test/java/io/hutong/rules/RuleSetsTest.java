package io.hutong.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleSetsTest {
    private static final String NEXT = LoanRules.TEXT
            .replace("version: \"1\"", "version: \"2\"")
            .replace("from: 2020-01-01", "from: 2024-01-01")
            .replace("to: 2023-12-31", "to: 2025-12-31")
            .replace("from: 2022-01-01", "from: 2024-01-01");

    @Test
    void the_version_is_chosen_by_the_day() {
        RuleSets sets = LoanRules.read(LoanRules.TEXT, NEXT);
        assertThat(sets.on("test.loan", LocalDate.of(2023, 12, 31)).name()).isEqualTo("test.loan/1");
        assertThat(sets.on("test.loan", LocalDate.of(2024, 1, 1)).name()).isEqualTo("test.loan/2");
        assertThat(sets.gaps()).isEmpty();
        assertThatThrownBy(() -> sets.on("test.loan", LocalDate.of(2026, 1, 1))).isInstanceOf(NoRuleInForce.class);
    }

    @Test
    void several_versions_may_stand_in_one_file() {
        assertThat(LoanRules.read(LoanRules.TEXT + "---\n" + NEXT).versions("test.loan"))
                .extracting(RuleSet::version)
                .containsExactly("1", "2");
    }

    @Test
    void days_without_a_version_are_reported() {
        String later = NEXT.replace("2024-01-01", "2024-03-01");
        assertThat(LoanRules.read(LoanRules.TEXT, later).gaps())
                .containsExactly(new RuleSets.Gap("test.loan", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 29)));
    }

    @Test
    void versions_must_not_overlap() {
        String early = NEXT.replace("2024-01-01", "2023-12-31");
        assertThat(faults(LoanRules.TEXT, early)).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("file2.yaml");
            assertThat(fault.rule()).isEqualTo("test.loan/2");
            assertThat(fault.en()).contains("overlaps", "test.loan/1");
            assertThat(fault.zh()).contains("重叠");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "when: AGE is at least 18    | when: AGGE is at least 18 | grown | no fact AGGE | 没有声明事实",
                "when: AGE is at least 18    | when: AGE is at least x   | grown | x is no value of fact AGE | 不是事实",
                "when: AGE is at least 18    | when: AGE is over 18      | grown | over 18 is no value | 不是事实",
                "when: AGE is at least 18    | when: AGE over 18         | grown | unknown comparison | 看不懂的比较",
                "when: AGE is at least 18    | wenn: AGE is at least 18  | grown | unknown word wenn | 不认识的字段",
                "when: DEVICE is yes         | when: DEVICE is at least yes | device | no order | 不能比较大小",
                "SUM is at most $ceiling     | SUM is at most $term      | within | no value term of type money | 没有类型为",
                "[SHOP, FARM, OTHER]         | []                        | TRADE | choices belong | choices",
                "clause: a1, when: DEVICE    | clause: a9, when: DEVICE  | device | law has no clause a9 | 没有条款",
                "type: number, zh: 年龄       | type: numeral, zh: 年龄    | AGE | unknown type numeral | 不认识的类型",
                "en: all is met              | xx: all is met            | ALL_MET | en is missing | 缺少",
                "from: 2022-01-01            | from: 2019-01-01          | VETERAN_FARMER | exceeds | 超出",
                "to: 2023-12-31              | to: 2019-12-31            | test.loan | ends before | 早于",
                "when: otherwise             | when: grown               | REST | last row | 最后一行",
                "ifUnknown: next             | ifUnknown: later          | VETERAN_FARMER | unknown ifUnknown | 不认识",
                "value: 300000 yuan          | value: 300000             | ceiling | no money | 不是 money",
                "all: [VETERAN is yes        | non: [VETERAN is yes      | VETERAN_FARMER | unknown word non | 不认识的字段",
                "rule: REST                  | rule: ALL_MET             | ALL_MET | used twice | 重复",
                "when: {all: [grown,         | when: {all: [growm,       | ALL_MET | no condition growm | 没有条件"
            })
    void a_fault_tells_file_line_rule_and_what_is_wrong(String right, String wrong, String rule, String en, String zh) {
        assertThat(LoanRules.TEXT).contains(right);
        List<RuleFault> faults = faults(LoanRules.TEXT.replace(right, wrong));
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("file1.yaml");
            assertThat(fault.rule()).isEqualTo(rule);
            assertThat(fault.en()).contains(en);
            assertThat(fault.zh()).contains(zh);
            assertThat(fault.line()).isPositive();
        });
    }

    @Test
    void the_line_is_the_one_where_the_word_stands() {
        String text = LoanRules.TEXT.replace("AGE is at least 18", "AGE is at least many");
        int line = text.substring(0, text.indexOf("many")).split("\n", -1).length;
        assertThat(faults(text)).extracting(RuleFault::line).containsExactly(line);
    }

    @Test
    void all_faults_are_told_at_once() {
        String text = LoanRules.TEXT.replace("AGE is at least 18", "AGE is x").replace("DEVICE is yes", "DEVICE is x");
        assertThat(faults(text)).hasSize(2);
    }

    @Test
    void what_is_no_yaml_and_what_is_named_twice_are_faults() {
        assertThat(faults("ruleSet: [")).extracting(RuleFault::en).anyMatch(en -> en.startsWith("no valid YAML"));
        assertThat(faults(LoanRules.TEXT + "law: {}\n"))
                .extracting(RuleFault::en)
                .contains("law is there twice");
        assertThat(faults("just a text")).extracting(RuleFault::en).contains("named fields are expected here");
    }

    @Test
    void a_faulty_file_changes_nothing() {
        CurrentRules current = new CurrentRules(LoanRules.read(LoanRules.TEXT));
        RuleSets before = current.get();
        RuleFile good = new RuleFile("good.yaml", NEXT);
        RuleFile bad = new RuleFile("bad.yaml", "ruleSet: x");
        assertThatThrownBy(() -> current.replace(List.of(good, bad))).isInstanceOf(RulesInvalid.class);
        assertThat(current.get()).isSameAs(before);
        current.replace(List.of(good));
        assertThat(current.get().versions("test.loan"))
                .extracting(RuleSet::version)
                .containsExactly("2");
    }

    @Test
    void values_and_tables_know_their_clause_and_what_nobody_has_set() {
        RuleSet set = LoanRules.loaded();
        assertThat(set.setting("ceiling").requireFen()).isEqualTo(30_000_000);
        assertThat(set.setting("ceiling").clause().id()).isEqualTo("a2");
        assertThat(set.setting("ceiling").standing()).isEqualTo(Setting.Standing.LAW);
        assertThatThrownBy(() -> set.setting("term").requireInt())
                .isInstanceOf(NotConfigured.class)
                .hasMessageContaining("not configured by the authority (HRSS)");
        Table waits = set.table("waits");
        Table.Row first = waits.find(Map.of("later", "A", "earlier", "B")).orElseThrow();
        assertThat(first.number("days")).isEqualTo(3);
        assertThat(first.clause().id()).isEqualTo("a2");
        Table.Row any = waits.find(Map.of("later", "A", "earlier", "C")).orElseThrow();
        assertThatThrownBy(() -> any.number("days")).isInstanceOf(NotConfigured.class);
        assertThat(waits.find(Map.of("later", "B"))).isEmpty();
        assertThatThrownBy(() -> waits.find(Map.of("when", "B"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<RuleFault> faults(String... texts) {
        RulesInvalid invalid = catchThrowableOfType(RulesInvalid.class, () -> LoanRules.read(texts));
        assertThat(invalid).isNotNull();
        return invalid.faults();
    }
}
