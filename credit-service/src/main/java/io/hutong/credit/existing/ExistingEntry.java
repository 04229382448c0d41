package io.hutong.credit.existing;

import io.hutong.credit.penalty.Penalty;
import io.hutong.events.AbnormalGround;
import io.hutong.events.Money;
import io.hutong.events.PenaltyKind;
import io.hutong.events.SeriousGround;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import io.hutong.web.imports.ImportLine;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An entry as a line of the file says it: in which list, on which ground, and the decision with the officer behind it. */
record ExistingEntry(UnifiedSocialCreditCode uscc, What what, String decisionNo, LocalDate decidedOn, String officer) {
    private static final Pattern OFFICER = Pattern.compile("[0-9A-Za-z-]{1,40}");

    static final List<String> COLUMNS = List.of(
            "list",
            "uscc",
            "ground",
            "reportYear",
            "decisionNo",
            "decidedOn",
            "officer",
            "consentNo",
            "penaltyNo",
            "penaltyKind",
            "penaltyAmount",
            "penaltyProcedure",
            "penaltyDecidedOn");

    /** In which list, and what that list asks of an entry. */
    sealed interface What {}

    record Abnormal(AbnormalGround ground, @Nullable Integer reportYear) implements What {}

    record Serious(SeriousGround ground, String consentNo, Penalty.Decision penalty) implements What {}

    static ExistingEntry read(ImportLine line) {
        UnifiedSocialCreditCode uscc = line.required("uscc", UnifiedSocialCreditCode::of);
        What what = switch (line.required("list")) {
            case "ABNORMAL" -> abnormal(line);
            case "SERIOUS" -> serious(line);
            default -> throw refused("list", "名录应为 ABNORMAL 或 SERIOUS", "a list is ABNORMAL or SERIOUS");
        };
        return new ExistingEntry(
                uscc,
                what,
                line.required("decisionNo"),
                form(line, "decidedOn", LocalDate::parse),
                form(line, "officer", ExistingEntry::officer));
    }

    /** As the desks name themselves: a number, never a person's name. */
    private static String officer(String text) {
        if (!OFFICER.matcher(text).matches()) {
            throw new IllegalArgumentException("no officer's number");
        }
        return text;
    }

    private static Abnormal abnormal(ImportLine line) {
        Optional<String> year = line.optional("reportYear");
        return new Abnormal(
                form(line, "ground", AbnormalGround::valueOf),
                year.isPresent() ? form(line, "reportYear", Integer::valueOf) : null);
    }

    private static Serious serious(ImportLine line) {
        return new Serious(
                form(line, "ground", SeriousGround::valueOf),
                line.required("consentNo"),
                new Penalty.Decision(
                        line.required("penaltyNo"),
                        form(line, "penaltyKind", PenaltyKind::valueOf),
                        form(line, "penaltyAmount", text -> Money.ofYuan(new BigDecimal(text))),
                        form(line, "penaltyProcedure", Penalty.Procedure::valueOf),
                        false,
                        Penalty.Sector.OTHER,
                        form(line, "penaltyDecidedOn", LocalDate::parse),
                        null));
    }

    private static <T> T form(ImportLine line, String column, Function<String, T> form) {
        String text = line.required(column);
        try {
            return form.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw refused(column, "此列的写法不对", "this column is not written in its form");
        }
    }

    private static Problem refused(String column, String zh, String en) {
        return Problem.of(
                CommonProblems.INVALID_REQUEST,
                "请更正这一行。",
                "Correct the line.",
                new Violation("/" + column, "existing." + column, zh, en));
    }
}
