package io.hutong.registration.register;

import io.hutong.events.Registrar;
import io.hutong.identity.Divisions;
import io.hutong.web.Violation;
import java.text.Normalizer;
import java.util.Optional;

/** The outer form of a business name: division first, legal form last (Order 103 art. 14). */
public final class NameForm {
    private static final String FORM = "（个体工商户）";
    private static final int LONGEST = 100;

    private NameForm() {}

    /** The text by which two names are the same: without spaces, all widths alike. */
    public static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    static Optional<Violation> check(String name, Registrar registrar, Divisions divisions) {
        if (FactText.hidden(name)) {
            return Optional.of(FactText.hidden("/name", "名称", "a name"));
        }
        if (name.length() > LONGEST) {
            return Optional.of(violation("name.length", "名称最多 100 个字", "a name has at most 100 characters"));
        }
        if (!name.endsWith(FORM)) {
            return Optional.of(violation("name.form", "名称应以“（个体工商户）”结尾", "a name ends with （个体工商户）"));
        }
        String division = divisions.fullName(registrar.division()).orElse("");
        if (division.isEmpty() || !name.startsWith(division)) {
            return Optional.of(violation(
                    "name.division",
                    "名称应以登记机关所在行政区划的全称开头",
                    "a name begins with the full name of the registrar's division"));
        }
        if (name.length() - division.length() - FORM.length() < 2) {
            return Optional.of(violation("name.zihao", "字号至少两个汉字", "the distinctive part has at least two characters"));
        }
        return Optional.empty();
    }

    private static Violation violation(String code, String zh, String en) {
        return new Violation("/name", code, zh, en);
    }
}
