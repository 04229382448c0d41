package io.hutong.registration.register;

import io.hutong.events.EntityType;
import io.hutong.events.Registrar;
import io.hutong.identity.Divisions;
import io.hutong.web.Violation;
import java.text.Normalizer;
import java.util.Optional;

/** The outer form of a business name: division first, legal form last (Order 103 art. 14). */
public final class NameForm {
    private static final String FORM = "（个体工商户）";
    private static final int LONGEST = FactText.Length.NAME;

    private NameForm() {}

    /** The text by which two names are the same: without spaces, all widths alike. */
    public static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    static Optional<Violation> check(String name, EntityType type, Registrar registrar, Divisions divisions) {
        if (FactText.hidden(name)) {
            return Optional.of(FactText.hidden("/name", "名称", "a name"));
        }
        if (FactText.blank(name) || length(name) > LONGEST) {
            return Optional.of(violation(
                    "name.length", "名称为 1 至 " + LONGEST + " 个字", "a name has 1 to " + LONGEST + " characters"));
        }
        return individual(type) ? ofIndividual(name, registrar, divisions) : ofEnterprise(name);
    }

    private static Optional<Violation> ofIndividual(String name, Registrar registrar, Divisions divisions) {
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
        long own = name.codePoints().filter(Character::isIdeographic).count()
                - (division + FORM)
                        .codePoints()
                        .filter(Character::isIdeographic)
                        .count();
        return own < 2
                ? Optional.of(violation("name.zihao", "字号至少两个汉字", "the distinctive part has at least two characters"))
                : Optional.empty();
    }

    /** What became an enterprise says so no longer (Order 103 art. 14, 17); the rest of its name follows other rules. */
    private static Optional<Violation> ofEnterprise(String name) {
        return normalised(name).endsWith(normalised(FORM))
                ? Optional.of(violation(
                        "name.entity-type",
                        "“（个体工商户）”只用于个体工商户的名称，与登记的组成形式不符",
                        "（个体工商户） belongs to the name of an individual business, which this legal form is not"))
                : Optional.empty();
    }

    private static boolean individual(EntityType type) {
        return type == EntityType.INDIVIDUAL_PERSON || type == EntityType.INDIVIDUAL_FAMILY;
    }

    /** As it is written and as it is compared, which may be longer. */
    private static int length(String name) {
        return Math.max(FactText.Length.of(name), FactText.Length.of(normalised(name)));
    }

    private static Violation violation(String code, String zh, String en) {
        return new Violation("/name", code, zh, en);
    }
}
