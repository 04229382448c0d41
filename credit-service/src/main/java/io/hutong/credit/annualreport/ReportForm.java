package io.hutong.credit.annualreport;

import io.hutong.rules.Bilingual;
import io.hutong.rules.Table;
import io.hutong.web.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the report for one year asks. */
public record ReportForm(int year, List<Field> fields) {
    private static final int LONGEST = 500;
    private static final int LONGEST_PLACES = 5_100;

    public ReportForm {
        fields = List.copyOf(fields);
    }

    /**
     * One thing asked; what the register fills in need not be typed, what is {@code carried} is the same in every year, and only what is
     * {@code shown} is for the public.
     */
    public record Field(
            String name,
            Kind kind,
            FilledBy filledBy,
            boolean required,
            boolean carried,
            boolean shown,
            Bilingual title) {
        static Field of(Table.Row row) {
            return new Field(
                    row.cell("field"),
                    Kind.valueOf(row.cell("kind")),
                    FilledBy.valueOf(row.cell("filledBy")),
                    row.cell("required").equals("yes"),
                    row.cell("carried").equals("yes"),
                    row.cell("shown").equals("yes"),
                    new Bilingual(row.cell("zh"), row.cell("en")));
        }
    }

    /** Who fills a field in. */
    public enum FilledBy {
        OPERATOR,
        REGISTER
    }

    /** The form of a value, written as text. */
    public enum Kind {
        MONEY("[0-9]{1,13}(\\.[0-9]{1,2})?", "以元为单位，最多两位小数", "yuan with at most two decimals"),
        COUNT("[0-9]{1,7}", "不带小数的非负整数", "a whole number, not negative"),
        PHONE("[0-9+() -]{5,30}", "电话号码", "a phone number"),
        TEXT("(?s).{1," + LONGEST + "}", "1 至 " + LONGEST + " 个字", "1 to " + LONGEST + " characters"),
        /** As many online places as the register takes, one after the other. */
        PLACES(
                "(?s).{1," + LONGEST_PLACES + "}",
                "1 至 " + LONGEST_PLACES + " 个字",
                "1 to " + LONGEST_PLACES + " characters");

        private final Pattern form;
        private final String zh;
        private final String en;

        Kind(String form, String zh, String en) {
            this.form = Pattern.compile(form);
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    /** Everything that keeps these answers from being a complete report, each with its place below {@code pointer}. */
    public List<Violation> defects(Map<String, String> answers, String pointer) {
        List<Violation> found = new ArrayList<>();
        for (Field field : fields) {
            String answer = answers.get(field.name());
            if (answer == null || answer.isBlank()) {
                if (field.required()) {
                    found.add(new Violation(
                            pointer + "/" + field.name(),
                            "report.missing",
                            "应填写“" + field.title().zh() + "”",
                            field.title().en() + " is missing"));
                }
            } else if (!field.kind().form.matcher(answer).matches()) {
                found.add(new Violation(
                        pointer + "/" + field.name(),
                        "report.form",
                        "“" + field.title().zh() + "”应为" + field.kind().zh(),
                        field.title().en() + " is " + field.kind().en()));
            }
        }
        answers.keySet().stream()
                .filter(name -> !asks(name))
                .sorted()
                .forEach(name -> found.add(new Violation(
                        pointer,
                        "report.unknown-field",
                        "表样中没有所填的某一项，请按表样填写",
                        "the form does not ask for one of the fields sent")));
        return found;
    }

    /** Of these answers those that the public may see, in the order of the form. */
    Map<String, String> shown(Map<String, String> answers) {
        return those(Field::shown, answers);
    }

    /** Of these answers those that are the same in every year. */
    Map<String, String> carried(Map<String, String> answers) {
        return those(Field::carried, answers);
    }

    private Map<String, String> those(Predicate<Field> which, Map<String, String> answers) {
        Map<String, String> those = new LinkedHashMap<>();
        for (Field field : fields) {
            String answer = answers.getOrDefault(field.name(), "");
            if (which.test(field) && !answer.isBlank()) {
                those.put(field.name(), answer);
            }
        }
        return those;
    }

    private boolean asks(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }
}
