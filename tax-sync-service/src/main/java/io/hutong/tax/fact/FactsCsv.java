package io.hutong.tax.fact;

import io.hutong.events.Money;
import io.hutong.identity.Finding;
import io.hutong.identity.InvalidValue;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file format of facts: {@code uscc,item,value,amountFen,validFrom,source,note}, RFC 4180, one fact a line. */
final class FactsCsv {
    static final String HEADER = "uscc,item,value,amountFen,validFrom,source,note";
    private static final int FIELDS = 7;
    private static final int LONGEST_LINE = 4000;

    private FactsCsv() {}

    /** One line: a statement about a business, or what is wrong with it. */
    record Line(
            long number,
            @Nullable UnifiedSocialCreditCode uscc,
            @Nullable FactStatement statement,
            @Nullable Finding fault) {
        static Line broken(long number, Finding fault) {
            return new Line(number, null, null, fault);
        }
    }

    static Line read(long number, String text, LocalDate today) {
        try {
            return parse(number, text, today);
        } catch (InvalidValue invalid) {
            return Line.broken(number, invalid.finding());
        } catch (Broken broken) {
            return Line.broken(number, broken.finding);
        }
    }

    private static Line parse(long number, String text, LocalDate today) {
        List<String> fields = split(text);
        if (fields.size() != FIELDS) {
            throw new Broken("line.fields", "一行应有 7 个字段", "a line has 7 fields");
        }
        UnifiedSocialCreditCode uscc = UnifiedSocialCreditCode.of(fields.get(0));
        FactItem item = FactItem.of(fields.get(1).strip())
                .orElseThrow(() -> new Broken("fact.item", "未知的事项代码", "no such item"));
        FactStatement statement = new FactStatement(
                item,
                value(fields.get(2).strip()),
                amount(fields.get(3).strip()),
                fields.get(6).isBlank() ? null : fields.get(6).strip(),
                fields.get(5).isBlank() ? "FILE" : fields.get(5).strip(),
                day(fields.get(4).strip(), today));
        Finding fault = statement.fault(today).orElse(null);
        return fault == null ? new Line(number, uscc, statement, null) : Line.broken(number, fault);
    }

    private static FactValue value(String text) {
        for (FactValue value : FactValue.values()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw new Broken(
                "fact.value", "取值应为 YES、NO、NOT_APPLICABLE 或 UNKNOWN", "a value is YES, NO, NOT_APPLICABLE or UNKNOWN");
    }

    private static @Nullable Money amount(String text) {
        try {
            return text.isEmpty() ? null : new Money(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            throw new Broken("fact.amount", "金额以分为单位，应为整数", "an amount is a whole number of fen");
        }
    }

    private static LocalDate day(String text, LocalDate today) {
        try {
            return text.isEmpty() ? today : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw new Broken("fact.valid-from", "日期应写作 2026-01-31", "a day is written 2026-01-31");
        }
    }

    /** Fields between commas; a field in quotes may hold commas and doubled quotes, but no line break. */
    private static List<String> split(String text) {
        if (text.length() > LONGEST_LINE) {
            throw new Broken("line.length", "一行最多 4000 个字符", "a line has at most 4000 characters");
        }
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            throw new Broken("line.quotes", "引号未闭合", "a quote is not closed");
        }
        fields.add(field.toString());
        return fields;
    }

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        Broken(String code, String zh, String en) {
            super(code, null, false, false);
            this.finding = new Finding(code, zh, en);
        }
    }
}
