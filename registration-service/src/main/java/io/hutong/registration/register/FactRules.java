package io.hutong.registration.register;

import io.hutong.events.Address;
import io.hutong.events.EntityType;
import io.hutong.events.Industry;
import io.hutong.events.PersonIdentity;
import io.hutong.events.Registrar;
import io.hutong.events.ScopeItem;
import io.hutong.identity.CreditCodePrefixes;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.Divisions;
import io.hutong.identity.Finding;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of registered facts. All defects are told at once (一次性告知), each with its place; what is only doubtful is a
 * hint.
 */
@ApplicationScoped
public class FactRules {
    private static final Pattern INDUSTRY_CLASS = Pattern.compile("[0-9]{4}");
    private static final Pattern INDUSTRY_SECTION = Pattern.compile("[A-T]");
    private static final Finding FOREIGN_DIVISION = new Finding(
            "uscc.foreign-division",
            "代码中的区划与登记机关不同，除非由外地迁入，请核对",
            "the division in the code is not the registrar's; look twice unless the business moved here");
    private static final Finding UNKNOWN_DIVISION = new Finding(
            "uscc.unknown-division", "代码中的区划不存在或已撤销，请核对", "the division in the code does not exist, or no longer");
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    /** Scope and premises stand in an event twice, before and after a change: together they must fit into its size. */
    private static final int MOST_ITEMS = 200;

    private static final int LONGEST_SCOPE = 10_000;
    private static final int MOST_PREMISES = 10;

    private final Divisions divisions;
    private final CreditCodePrefixes prefixes;
    private final OperatorAge age;

    public FactRules(Divisions divisions, CreditCodePrefixes prefixes, OperatorAge age) {
        this.divisions = divisions;
        this.prefixes = prefixes;
        this.age = age;
    }

    /** What makes one look twice at the code of a business: none is an error (GB 32100-2015, GB 11714-1997). */
    public List<Finding> hints(UnifiedSocialCreditCode code, LocalDate establishedOn, DivisionCode registrar) {
        return Stream.of(
                        prefixes.warning(code, establishedOn),
                        divisionWarning(code.firstDivision(), registrar),
                        code.organisationCodeWarning())
                .flatMap(Optional::stream)
                .toList();
    }

    /** A code keeps the division of the first registration: another than the registrar's is one that moved, or a mistake. */
    private Optional<Finding> divisionWarning(DivisionCode first, DivisionCode registrar) {
        if (first.equals(registrar)) {
            return Optional.empty();
        }
        return Optional.of(divisions.find(first).isPresent() ? FOREIGN_DIVISION : UNKNOWN_DIVISION);
    }

    /** Every defect of an opening that is applied for today; one taken over from an earlier register is in force already. */
    public List<Violation> checkApplication(Opening opening, LocalDate today) {
        List<Violation> found = check(opening, today);
        age.check(opening.operator(), today, "/operator", found);
        return found;
    }

    /** Every defect of who is to run a business from now on. */
    public void checkNewcomer(Operator operator, LocalDate today, String pointer, List<Violation> found) {
        check(operator, pointer, found);
        age.check(operator, today, pointer, found);
    }

    /** Every defect of the form of an opening. */
    public List<Violation> check(Opening opening, LocalDate today) {
        List<Violation> found = new ArrayList<>(checkFacts(opening.scope(), opening.premises()));
        if (opening.name() != null) {
            checkName(opening.name(), opening.entityType(), opening.registrar()).ifPresent(found::add);
        }
        checkDay(opening.establishedOn(), "/establishedOn", found);
        if (opening.establishedOn().isAfter(today)) {
            found.add(new Violation(
                    "/establishedOn", "date.future", "成立日期不得晚于今天", "the establishment date is not in the future"));
        }
        check(opening.industry(), found);
        check(opening.registrar(), found);
        check(opening.operator(), "/operator", found);
        for (int i = 0; i < opening.family().size(); i++) {
            FactText.PERSON_NAME.check(opening.family().get(i).name(), "/familyMembers/" + i + "/name", found);
        }
        return found;
    }

    /** The first defect of a name, for a business of that legal form. */
    public Optional<Violation> checkName(String name, EntityType type, Registrar registrar) {
        return NameForm.check(name, type, registrar, divisions);
    }

    /** Every defect of the facts that a change gives anew. */
    public List<Violation> checkFacts(@Nullable List<ScopeItem> scope, @Nullable List<Address> premises) {
        List<Violation> found = new ArrayList<>();
        if (scope != null) {
            checkScope(scope, found);
        }
        if (premises != null) {
            checkPremises(premises, found);
        }
        return found;
    }

    /** Refuses with all defects, if there are any. */
    public static void refuse(List<Violation> found) {
        if (!found.isEmpty()) {
            throw Problem.of(
                    CommonProblems.INVALID_REQUEST,
                    "请一次性更正所列各项。",
                    "Correct all that is listed.",
                    found.toArray(Violation[]::new));
        }
    }

    public void checkAddress(Address address, String pointer, List<Violation> found) {
        FactText.ADDRESS.check(address.text(), pointer + "/text", found);
        if (divisions.find(address.division().county()).isEmpty()) {
            found.add(new Violation(pointer + "/division", "division.unknown", "区划代码不存在", "there is no such division"));
        }
    }

    /** The written form of who runs, or is to run, a business. */
    public void check(Operator operator, String pointer, List<Violation> found) {
        PersonIdentity person = operator.person();
        FactText.PERSON_NAME.check(person.name(), pointer + "/name", found);
        if (person.residence() != null) {
            FactText.RESIDENCE.check(person.residence(), pointer + "/residence", found);
        }
        if (person.phone() != null) {
            FactText.PHONE.check(person.phone(), pointer + "/phone", found);
        }
        if (operator.ageCheckedBy() != null) {
            FactText.CHECKED_BY.check(operator.ageCheckedBy(), pointer + "/ageCheckedBy", found);
        }
        if (operator.birthDate() != null) {
            checkDay(operator.birthDate(), pointer + "/birthDate", found);
        }
    }

    /** Events and tables write a day with four digits of the year. */
    public static void checkDay(LocalDate day, String pointer, List<Violation> found) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            found.add(new Violation(
                    pointer,
                    "date.year",
                    "年份应在 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 之间",
                    "the year lies between " + FIRST_YEAR + " and " + LAST_YEAR));
        }
    }

    private static void checkScope(List<ScopeItem> scope, List<Violation> found) {
        if (scope.isEmpty()) {
            found.add(new Violation("/scope", "scope.empty", "经营范围至少一项", "the scope has at least one item"));
        }
        if (scope.size() > MOST_ITEMS || lengthOf(scope) > LONGEST_SCOPE) {
            found.add(new Violation(
                    "/scope",
                    "scope.length",
                    "经营范围最多 " + MOST_ITEMS + " 项，连同编号合计最多 " + LONGEST_SCOPE + " 个字",
                    "the scope has at most " + MOST_ITEMS + " items, with " + LONGEST_SCOPE
                            + " characters in all, ids included"));
            return;
        }
        for (int i = 0; i < scope.size(); i++) {
            FactText.SCOPE_ITEM_ID.check(scope.get(i).id(), "/scope/" + i + "/id", found);
            FactText.SCOPE_ITEM.check(scope.get(i).text(), "/scope/" + i + "/text", found);
        }
        if (scope.stream().map(ScopeItem::id).distinct().count() < scope.size()) {
            found.add(new Violation("/scope", "scope.twice", "经营范围条目重复", "a scope item is listed twice"));
        }
    }

    /** A rare character takes as much of an event as two others, and counts so. */
    private static int lengthOf(List<ScopeItem> scope) {
        return scope.stream()
                .mapToInt(item -> item.id().length() + item.text().length())
                .sum();
    }

    private void checkPremises(List<Address> premises, List<Violation> found) {
        if (premises.isEmpty()) {
            found.add(new Violation(
                    "/premises", "premises.empty", "经营场所至少一处", "there is at least one place of business"));
        }
        if (premises.size() > MOST_PREMISES) {
            found.add(new Violation(
                    "/premises",
                    "premises.many",
                    "经营场所最多 " + MOST_PREMISES + " 处",
                    "there are at most " + MOST_PREMISES + " places of business"));
            return;
        }
        for (int i = 0; i < premises.size(); i++) {
            checkAddress(premises.get(i), "/premises/" + i, found);
        }
    }

    private static void check(Industry industry, List<Violation> found) {
        if (!INDUSTRY_SECTION.matcher(industry.section()).matches()
                || !INDUSTRY_CLASS.matcher(industry.code()).matches()) {
            found.add(new Violation(
                    "/industry",
                    "industry.form",
                    "行业为门类字母 A 至 T 和四位小类代码",
                    "an industry is a section A to T and a class of four digits"));
        }
    }

    private void check(Registrar registrar, List<Violation> found) {
        boolean county = registrar.division().level() == DivisionCode.Level.COUNTY
                && divisions.find(registrar.division()).isPresent();
        if (!county) {
            found.add(new Violation(
                    "/registrar/division",
                    "registrar.division",
                    "登记机关应为县级，且区划代码存在",
                    "the registrar is of a county that exists"));
        }
        FactText.REGISTRAR.check(registrar.name(), "/registrar/name", found);
    }
}
