package io.hutong.credit.sharing;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.consent.SharingRules;
import io.hutong.credit.consent.SharingRules.Field;
import io.hutong.credit.consent.SharingRules.Layer;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What every request of an institution has to say: a purpose and, where it needs a consent, fields; both by the rules. */
@ApplicationScoped
class AskedTerms {
    private static final int MOST = 500;

    private final SharingRules rules;
    private final CreditTime time;

    AskedTerms(SharingRules rules, CreditTime time) {
        this.rules = rules;
        this.time = time;
    }

    /** Refuses what no rule knows; a field that is never told is no such case: to ask for it is recorded. */
    void check(String purpose, List<String> fields, int businesses) {
        List<Violation> found = new ArrayList<>();
        if (!rules.hasPurpose(purpose, time.today())) {
            found.add(new Violation("/purpose", "consent.purpose", "没有这项用途", "there is no such purpose"));
        }
        List<String> known =
                rules.fields(time.today()).stream().map(Field::name).toList();
        if (new HashSet<>(fields).size() != fields.size()) {
            found.add(new Violation("/fields", "sharing.field-twice", "同一项目只列一次", "each field is named once"));
        }
        if (!known.containsAll(fields)) {
            found.add(
                    new Violation("/fields", "sharing.unknown-field", "所列内容中有不存在的项目", "one of the fields is unknown"));
        }
        if (businesses < 1 || businesses > MOST) {
            found.add(new Violation(
                    "/uscc", "sharing.count", "一次 1 至 " + MOST + " 户", "1 to " + MOST + " businesses at a time"));
        }
        CreditProblems.refuse(found);
    }

    /** Of these fields those that are not open to every connected institution. */
    List<String> needingConsent(List<String> fields) {
        List<Field> known = rules.fields(time.today());
        return fields.stream()
                .filter(name -> known.stream()
                        .filter(field -> field.name().equals(name))
                        .noneMatch(field -> field.layer() == Layer.L0 || field.layer() == Layer.L1))
                .toList();
    }
}
