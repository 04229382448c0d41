package io.hutong.registration.operatorchange;

import static io.hutong.events.OperatorChangeKind.FAMILY_INTERNAL;
import static io.hutong.events.OperatorChangeKind.INTER_VIVOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hutong.events.Document;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.PersonIdentity;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.ResidentId;
import io.hutong.registration.operatorchange.OperatorChangeConditions.Answer;
import io.hutong.registration.operatorchange.OperatorChangeConditions.Point;
import io.hutong.registration.register.AuthorityRestrictions;
import io.hutong.registration.register.CreditKnown;
import io.hutong.registration.register.CreditKnown.Answers;
import io.hutong.registration.register.Operator;
import io.hutong.registration.register.Origin;
import io.hutong.rules.Fact;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import io.hutong.rules.Turn;
import io.hutong.rules.Value;
import io.hutong.web.Violation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CreditAnswersTest {
    private static final AuthorityRestrictions NO_ORDERS = bizId -> AuthorityRestrictions.Standing.NONE;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate OLD = LocalDate.of(2020, 1, 1);
    private static final BizId BUSINESS = new BizId(UUID.randomUUID());
    private static final Map<String, Boolean> ALL = Map.of("debtsSettled", true, "conditionsMet", true);
    private static final Map<String, Boolean> DEBTS_ONLY = Map.of("debtsSettled", true);
    private static final Fact YES = Fact.of(Value.YES, "AMR_CREDIT");
    private static final Fact NO = Fact.of(Value.NO, "AMR_CREDIT");

    @Test
    void what_credit_knows_against_a_change_refuses_it_whatever_is_promised() {
        List<Violation> defects = defects(new Answers(YES, NO), FAMILY_INTERNAL, ALL);
        assertThat(defects).extracting(Violation::code).containsExactly("C3", "C4");
        assertThat(defects).extracting(Violation::pointer).containsOnly("");
        assertThat(defects.get(0).zh()).startsWith("未报送上一年度年度报告");
        assertThat(defects.get(1).en()).startsWith("C4, on the abnormal or serious-violation list");
    }

    @Test
    void what_credit_knows_in_favour_of_a_change_needs_no_promise() {
        assertThat(defects(new Answers(NO, YES), INTER_VIVOS, DEBTS_ONLY))
                .extracting(Violation::code)
                .containsExactly("C5", "C6");
    }

    @Test
    void where_credit_has_stated_nothing_the_promise_stands_in() {
        assertThat(defects(Answers.NONE, INTER_VIVOS, ALL)).isEmpty();
        assertThat(defects(Answers.NONE, INTER_VIVOS, DEBTS_ONLY))
                .extracting(Violation::code)
                .containsExactly("C3", "C4", "C5", "C6");
    }

    @Test
    void the_last_report_is_that_for_the_year_before_the_application() {
        CreditKnown wanting2025 =
                (bizId, year) -> new Answers(NO, bizId.equals(BUSINESS) && year == 2025 ? NO : Fact.UNKNOWN);
        assertThat(defects(wanting2025, FAMILY_INTERNAL, ALL, DAY))
                .extracting(Violation::code)
                .containsExactly("C3");
        assertThat(defects(wanting2025, FAMILY_INTERNAL, ALL, DAY.plusYears(1))).isEmpty();
    }

    @Test
    void asked_again_the_old_promise_does_not_answer_for_lists_of_which_a_statement_is_missing() {
        var doubt = new Answers(Fact.of(Value.UNKNOWN, "AMR_CREDIT"), Fact.UNKNOWN);

        assertThat(again(Answers.NONE).against()).isEmpty();
        assertThat(again(new Answers(NO, Fact.UNKNOWN)).against()).isEmpty();
        assertThat(defects(doubt, INTER_VIVOS, ALL)).isEmpty();
        Answer open = again(doubt);
        assertThat(open).isInstanceOf(Answer.Open.class);
        assertThat(open.against())
                .extracting(Point::condition, Point::answeredBy)
                .containsExactly(tuple("C4", "AMR_CREDIT"));
        assertThat(open.against().get(0).title().zh()).isEqualTo("名录情况不明");
        assertThat(ways(open)).containsExactly(Map.of("LISTED", Value.NO));
    }

    @Test
    void only_what_somebody_can_still_bring_about_is_told_as_a_way() {
        assertThat(ways(again(new Answers(YES, NO))))
                .containsExactly(Map.of("LAST_REPORT_FILED", Value.YES, "LISTED", Value.NO));
        assertThat(ways(again(new Answers(YES, YES)))).containsExactly(Map.of("LISTED", Value.NO));
        assertThat(ways(again(new Answers(NO, NO)))).containsExactly(Map.of("LAST_REPORT_FILED", Value.YES));
    }

    private static Answer again(Answers answers) {
        var rules = new OperatorChangeRules(
                OperatorChangeRegime.bundled(),
                OperatorChangeConditions.bundled(),
                (bizId, year) -> answers,
                NO_ORDERS);
        return rules.conditionsAgain(OLD, request(INTER_VIVOS, ALL), DAY);
    }

    private static List<Map<String, Value>> ways(Answer answer) {
        return answer.ways().stream().map(Turn::values).toList();
    }

    /** Two versions of the bundled conditions, of which the second asks no longer for the lists. */
    @Test
    void conditions_are_asked_by_the_rules_of_the_day_on_which_they_are_asked() {
        LocalDate turn = DAY.plusMonths(1);
        String old = RuleFile.resource(OperatorChangeConditions.class, "/rules/operator-change-conditions.yaml")
                .text();
        String first = old.replace("from: 2022-11-01\n", "from: 2022-11-01\nto: " + turn.minusDays(1) + "\n");
        String second = old.replace("version: \"2025.1\"", "version: \"2026.4\"")
                .replace("from: 2022-11-01\n", "from: " + turn + "\n")
                .replace("C3-broken, C4-broken, C5-broken", "C3-broken, C5-broken");
        var conditions = new OperatorChangeConditions(
                RuleSets.load(new RuleFile("first.yaml", first), new RuleFile("second.yaml", second)));
        var rules = new OperatorChangeRules(
                OperatorChangeRegime.bundled(), conditions, (bizId, year) -> new Answers(YES, YES), NO_ORDERS);

        Answer before = rules.conditionsAgain(OLD, request(INTER_VIVOS, ALL), turn.minusDays(1));
        Answer after = rules.conditionsAgain(OLD, request(INTER_VIVOS, ALL), turn);
        assertThat(before.against()).extracting(Point::condition).containsExactly("C4");
        assertThat(before.explanation().version()).isEqualTo("2025.1");
        assertThat(after.against()).isEmpty();
        assertThat(after.explanation().version()).isEqualTo("2026.4");
    }

    private static List<Violation> defects(Answers answers, OperatorChangeKind kind, Map<String, Boolean> promises) {
        return defects((bizId, year) -> answers, kind, promises, DAY);
    }

    private static List<Violation> defects(
            CreditKnown credit, OperatorChangeKind kind, Map<String, Boolean> promises, LocalDate on) {
        var rules = new OperatorChangeRules(
                OperatorChangeRegime.bundled(), OperatorChangeConditions.bundled(), credit, NO_ORDERS);
        return rules.rule(OLD, request(kind, promises), on).defects();
    }

    private static OperatorChangeRequest request(OperatorChangeKind kind, Map<String, Boolean> promises) {
        var person =
                new PersonIdentity("试乙", ResidentId.synthetic(DivisionCode.of("620702"), 1), "张掖市甘州区东街街道12号", null);
        List<Document> papers = Arrays.stream(Document.Type.values())
                .map(type -> new Document(type, "0".repeat(64)))
                .toList();
        return new OperatorChangeRequest(
                BUSINESS, kind, new Operator(person, null, null), null, papers, promises, Origin.of("test"));
    }
}
