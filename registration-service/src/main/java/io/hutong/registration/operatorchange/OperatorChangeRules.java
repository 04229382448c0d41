package io.hutong.registration.operatorchange;

import io.hutong.events.Document;
import io.hutong.registration.operatorchange.OperatorChangeConditions.Answer;
import io.hutong.registration.operatorchange.OperatorChangeConditions.Application;
import io.hutong.registration.operatorchange.OperatorChangeConditions.Point;
import io.hutong.registration.register.AuthorityRestrictions;
import io.hutong.registration.register.CreditKnown;
import io.hutong.rules.Fact;
import io.hutong.rules.Value;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The conditions, papers and regime of operator changes, as effective-dated data (Order 103 art. 17-19, 27). */
@ApplicationScoped
public class OperatorChangeRules {
    /** The names of the promises in a request, and the facts that they stand for. */
    private static final Map<String, String> PROMISES =
            Map.of("debtsSettled", "DEBTS_SETTLED", "conditionsMet", "OTHERS_PROMISED");

    private static final String NO_OPEN_CASE = "noOpenCase";
    private static final String OTHERS_PROMISED = "/promises/conditionsMet";

    /** The promise that denies a condition; what an agency knows against one stands nowhere in the request. */
    private static final Map<String, String> BROKEN_BY =
            Map.of("C1", "/promises/debtsSettled", "C5", "/promises/" + NO_OPEN_CASE);

    /** The promise that would answer a condition, where it is not the one for all others. */
    private static final Map<String, String> ANSWERED_BY = Map.of("C1", "/promises/debtsSettled");

    private final OperatorChangeRegime regimes;
    private final OperatorChangeConditions conditions;
    private final CreditKnown credit;
    private final AuthorityRestrictions authorities;

    public OperatorChangeRules(
            OperatorChangeRegime regimes,
            OperatorChangeConditions conditions,
            CreditKnown credit,
            AuthorityRestrictions authorities) {
        this.regimes = regimes;
        this.conditions = conditions;
        this.credit = credit;
        this.authorities = authorities;
    }

    public Ruling rule(LocalDate establishedOn, OperatorChangeRequest request, LocalDate on) {
        Answer answer = conditions(establishedOn, request, on, stated -> false);
        OperatorChangeRegime.Chosen chosen = regimes.of(request.kind(), on);
        List<Violation> defects = new ArrayList<>(defects(answer));
        defects.addAll(missingPapers(request, on));
        return new Ruling(chosen.regime(), chosen.ruleSet(), defects, chosen.explanation(), answer.explanation());
    }

    /**
     * The conditions by what is known and in force on that day, when an application comes to be registered. What the applicants
     * promised weeks ago answers no longer for lists of which the register knows that it lacks a statement.
     */
    Answer conditionsAgain(LocalDate establishedOn, OperatorChangeRequest request, LocalDate on) {
        return conditions(establishedOn, request, on, CreditKnown.Answers::inDoubt);
    }

    /** The last annual report is that for the year before the day on which they are asked. */
    private Answer conditions(
            LocalDate establishedOn,
            OperatorChangeRequest request,
            LocalDate on,
            Predicate<CreditKnown.Answers> promiseOvertaken) {
        CreditKnown.Answers stated = credit.of(request.bizId(), on.getYear() - 1);
        Map<String, Fact> facts = promised(request.promises());
        facts.put("LISTED", stated.listed());
        facts.put("LAST_REPORT_FILED", stated.reportFiled());
        AuthorityRestrictions.Standing orders = authorities.of(request.bizId());
        putKnown(facts, "CASE_OPEN", orders.caseOpen());
        putKnown(facts, "FROZEN", orders.frozen());
        facts.put("PROMISE_OVERTAKEN", Fact.of(Value.of(promiseOvertaken.test(stated)), "AMR"));
        return conditions.check(new Application(request.kind(), on, establishedOn, facts));
    }

    /** What is recorded is stronger than a promise; where nothing is, the promise stands in. */
    private static void putKnown(Map<String, Fact> facts, String name, Fact known) {
        if (known.value().known()) {
            facts.put(name, known);
        }
    }

    private static Map<String, Fact> promised(Map<String, Boolean> promises) {
        Map<String, Fact> facts = new HashMap<>();
        PROMISES.forEach((promise, fact) -> {
            Boolean given = promises.get(promise);
            if (given != null) {
                facts.put(fact, Fact.of(Value.of(given), "APPLICANTS"));
            }
        });
        Boolean noCase = promises.get(NO_OPEN_CASE);
        if (noCase != null) {
            facts.put("CASE_OPEN", Fact.of(Value.of(!noCase), "APPLICANTS"));
        }
        return facts;
    }

    private static List<Violation> defects(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return refused.broken().stream()
                    .map(point -> violation(BROKEN_BY.getOrDefault(point.condition(), ""), point))
                    .toList();
        }
        if (answer instanceof Answer.Open open) {
            return open.unanswered().stream()
                    .map(point -> violation(ANSWERED_BY.getOrDefault(point.condition(), OTHERS_PROMISED), point))
                    .toList();
        }
        return List.of();
    }

    private static Violation violation(String pointer, Point point) {
        return new Violation(
                pointer, point.condition(), point.told().zh(), point.told().en());
    }

    private List<Violation> missingPapers(OperatorChangeRequest request, LocalDate on) {
        Set<Document.Type> handedIn =
                request.documents().stream().map(Document::type).collect(Collectors.toSet());
        return conditions.missing(request.kind(), on, handedIn).stream()
                .map(paper -> new Violation(
                        "/documents",
                        "document.missing." + paper,
                        "缺少材料：" + PaperName.of(paper).zh(),
                        "a document is missing: " + PaperName.of(paper).en()))
                .toList();
    }
}
