package io.hutong.tax.fact;

import io.hutong.events.Money;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.web.Problem;
import io.hutong.web.imports.ImportLine;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of a file of facts: what is stated of whom; {@code docs/formats/tax-facts-csv.md} describes the columns. */
public record StatedFact(
        UnifiedSocialCreditCode uscc, @Nullable OperatorTenureId tenureId, FactStatement statement) {
    static final List<String> COLUMNS = List.of("uscc", "item", "value", "amountFen", "validFrom", "source", "note");
    static final List<String> OPTIONAL_COLUMNS = List.of("tenureId");

    static StatedFact read(ImportLine line, LocalDate today) {
        UnifiedSocialCreditCode uscc = line.required("uscc", UnifiedSocialCreditCode::of);
        FactStatement statement = new FactStatement(
                item(line),
                value(line),
                amount(line).orElse(null),
                line.optional("note").orElse(null),
                line.optional("source").orElse("FILE"),
                day(line, today));
        statement.fault(today).ifPresent(fault -> {
            throw TaxProblems.invalid("", fault.code(), fault.zh(), fault.en());
        });
        return new StatedFact(uscc, tenure(line), statement);
    }

    private static @Nullable OperatorTenureId tenure(ImportLine line) {
        return line.optional("tenureId").isEmpty() ? null : line.required("tenureId", OperatorTenureId::of);
    }

    private static FactItem item(ImportLine line) {
        return FactItem.of(line.required("item"))
                .orElseThrow(() -> refused("item", "fact.item", "未知的事项代码", "no such item"));
    }

    private static FactValue value(ImportLine line) {
        String text = line.required("value");
        for (FactValue value : FactValue.values()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw refused(
                "value",
                "fact.value",
                "取值应为 YES、NO、NOT_APPLICABLE 或 UNKNOWN",
                "a value is YES, NO, NOT_APPLICABLE or UNKNOWN");
    }

    private static Optional<Money> amount(ImportLine line) {
        try {
            return line.optional("amountFen").map(Long::parseLong).map(Money::new);
        } catch (NumberFormatException notANumber) {
            throw refused("amountFen", "fact.amount", "金额以分为单位，应为整数", "an amount is a whole number of fen");
        }
    }

    /** What is tried again means the day on which it came first, not a later one. */
    private static LocalDate day(ImportLine line, LocalDate today) {
        LocalDate first = line.cameOn() == null ? today : line.cameOn();
        try {
            return line.optional("validFrom").map(LocalDate::parse).orElse(first);
        } catch (DateTimeParseException noDay) {
            throw refused("validFrom", "fact.valid-from", "日期应写作 2026-01-31", "a day is written 2026-01-31");
        }
    }

    private static Problem refused(String column, String code, String zh, String en) {
        return TaxProblems.invalid("/" + column, code, zh, en);
    }
}
