package io.hutong.registration.register;

import io.hutong.events.Address;
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
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_PERSON_NAME = 100;

    private final Divisions divisions;
    private final CreditCodePrefixes prefixes;

    public FactRules(Divisions divisions, CreditCodePrefixes prefixes) {
        this.divisions = divisions;
        this.prefixes = prefixes;
    }

    /** What makes one look twice at the code of a business: neither is an error (GB 32100-2015, GB 11714-1997). */
    public List<Finding> hints(UnifiedSocialCreditCode code, LocalDate establishedOn) {
        return Stream.of(prefixes.warning(code, establishedOn), code.organisationCodeWarning())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Every defect of an opening. */
    public List<Violation> check(Opening opening, LocalDate today) {
        List<Violation> found =
                new ArrayList<>(checkFacts(opening.name(), opening.scope(), opening.premises(), opening.registrar()));
        if (opening.establishedOn().isAfter(today)) {
            found.add(new Violation(
                    "/establishedOn", "date.future", "成立日期不得晚于今天", "the establishment date is not in the future"));
        }
        check(opening.industry(), found);
        check(opening.registrar(), found);
        check(opening.operator().person(), "/operator", found);
        return found;
    }

    /** Every defect of the facts that a change gives anew. */
    public List<Violation> checkFacts(
            @Nullable String name,
            @Nullable List<ScopeItem> scope,
            @Nullable List<Address> premises,
            Registrar registrar) {
        List<Violation> found = new ArrayList<>();
        if (name != null) {
            NameForm.check(name, registrar, divisions).ifPresent(found::add);
        }
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
        if (address.text().isBlank() || address.text().length() > LONGEST_TEXT) {
            found.add(new Violation(
                    pointer + "/text", "text.length", "地址为 1 至 500 个字", "an address has 1 to 500 characters"));
        }
        if (divisions.find(address.division().county()).isEmpty()) {
            found.add(new Violation(pointer + "/division", "division.unknown", "区划代码不存在", "there is no such division"));
        }
    }

    public void check(PersonIdentity person, String pointer, List<Violation> found) {
        if (person.name().isBlank() || person.name().length() > LONGEST_PERSON_NAME) {
            found.add(new Violation(
                    pointer + "/name", "person.name", "姓名为 1 至 100 个字", "a person's name has 1 to 100 characters"));
        }
    }

    public static void checkReason(String reason, String pointer, List<Violation> found) {
        if (reason.isBlank() || reason.length() > LONGEST_TEXT) {
            found.add(new Violation(pointer, "text.length", "应填写 1 至 500 个字", "1 to 500 characters are required"));
        }
    }

    private static void checkScope(List<ScopeItem> scope, List<Violation> found) {
        if (scope.isEmpty()) {
            found.add(new Violation("/scope", "scope.empty", "经营范围至少一项", "the scope has at least one item"));
        }
        for (int i = 0; i < scope.size(); i++) {
            if (scope.get(i).id().isBlank()
                    || scope.get(i).text().isBlank()
                    || scope.get(i).text().length() > LONGEST_TEXT) {
                found.add(new Violation(
                        "/scope/" + i, "scope.item", "经营范围条目应有编号和文字", "a scope item has an id and a text"));
            }
        }
        if (scope.stream().map(ScopeItem::id).distinct().count() < scope.size()) {
            found.add(new Violation("/scope", "scope.twice", "经营范围条目重复", "a scope item is listed twice"));
        }
    }

    private void checkPremises(List<Address> premises, List<Violation> found) {
        if (premises.isEmpty()) {
            found.add(new Violation(
                    "/premises", "premises.empty", "经营场所至少一处", "there is at least one place of business"));
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
        if (registrar.name().isBlank() || registrar.name().length() > LONGEST_PERSON_NAME) {
            found.add(new Violation(
                    "/registrar/name",
                    "registrar.name",
                    "登记机关名称为 1 至 100 个字",
                    "the registrar's name has 1 to 100 characters"));
        }
    }
}
