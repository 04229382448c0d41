package io.hutong.registration.imports;

import io.hutong.events.Address;
import io.hutong.events.EntityType;
import io.hutong.events.Industry;
import io.hutong.events.PersonIdentity;
import io.hutong.events.Registrar;
import io.hutong.events.ScopeItem;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.ResidentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.registration.register.FamilyMember;
import io.hutong.registration.register.Opening;
import io.hutong.registration.register.Operator;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import io.hutong.web.imports.ImportLine;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/** Reads one line of the bureau's register; {@code docs/formats/businesses-csv.md} describes the columns. */
final class LoadedBusiness {
    static final List<String> COLUMNS = List.of(
            "uscc",
            "name",
            "entityType",
            "establishedOn",
            "registrarDivision",
            "registrarName",
            "premisesDivision",
            "premisesText",
            "scopeItems",
            "industrySection",
            "industryClass",
            "onlineOnly",
            "operatorName",
            "operatorResidentId",
            "operatorResidence",
            "operatorPhone",
            "operatorBirthDate",
            "familyMembers",
            "status");

    private LoadedBusiness() {}

    static Opening read(ImportLine line) {
        requireActive(line);
        return new Opening(
                line.required("uscc", UnifiedSocialCreditCode::of),
                line.optional("name").orElse(null),
                choice(line, "entityType", EntityType.class),
                date(line, "establishedOn"),
                List.of(premises(line)),
                scope(line),
                new Industry(line.required("industrySection"), line.required("industryClass")),
                yesOrNo(line, "onlineOnly"),
                new Registrar(line.required("registrarName"), line.required("registrarDivision", DivisionCode::of)),
                operator(line),
                family(line));
    }

    /** Only trading businesses: a suspension has a term and an address that this file does not know. */
    private static void requireActive(ImportLine line) {
        if (!line.required("status").equals("ACTIVE")) {
            throw refused("status", "status.load", "只导入存续（ACTIVE）的经营主体", "only ACTIVE businesses are loaded");
        }
    }

    private static Address premises(ImportLine line) {
        return new Address(
                line.required("premisesDivision", DivisionCode::of),
                line.required("premisesText"),
                yesOrNo(line, "onlineOnly") ? Address.Kind.ONLINE : Address.Kind.PHYSICAL);
    }

    private static List<ScopeItem> scope(ImportLine line) {
        return Arrays.stream(line.required("scopeItems").split(";"))
                .map(item -> item.split(":", 2))
                .map(item -> new ScopeItem(item[0].strip(), item.length == 2 ? item[1].strip() : ""))
                .toList();
    }

    private static Operator operator(ImportLine line) {
        var person = new PersonIdentity(
                line.required("operatorName"),
                line.required("operatorResidentId", ResidentId::of),
                line.optional("operatorResidence").orElse(null),
                line.optional("operatorPhone").orElse(null));
        return new Operator(
                person, line.optional("operatorBirthDate").isPresent() ? date(line, "operatorBirthDate") : null, null);
    }

    private static List<FamilyMember> family(ImportLine line) {
        return line.optional("familyMembers").isEmpty()
                ? List.of()
                : line.required("familyMembers", LoadedBusiness::members);
    }

    private static List<FamilyMember> members(String all) {
        return Arrays.stream(all.split(";"))
                .map(member -> member.split("\\|", 2))
                .map(member -> {
                    if (member.length != 2) {
                        throw refused(
                                "familyMembers", "family.form", "家庭成员应写作 姓名|证件号码", "a member is written name|number");
                    }
                    return new FamilyMember(member[0].strip(), ResidentId.of(member[1].strip()));
                })
                .toList();
    }

    private static LocalDate date(ImportLine line, String column) {
        try {
            return LocalDate.parse(line.required(column));
        } catch (DateTimeParseException e) {
            throw refused(column, "date.form", "日期应写作 2026-01-31", "a date is written 2026-01-31");
        }
    }

    private static boolean yesOrNo(ImportLine line, String column) {
        return switch (line.required(column)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(column, "boolean.form", "应为 true 或 false", "must be true or false");
        };
    }

    private static <E extends Enum<E>> E choice(ImportLine line, String column, Class<E> type) {
        String given = line.required(column);
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(given))
                .findFirst()
                .orElseThrow(() -> refused(
                        column,
                        "choice.unknown",
                        "应为 " + Arrays.toString(type.getEnumConstants()),
                        "must be one of " + Arrays.toString(type.getEnumConstants())));
    }

    private static Problem refused(String column, String code, String zh, String en) {
        return Problem.of(CommonProblems.INVALID_REQUEST, zh, en, new Violation("/" + column, code, zh, en));
    }
}
