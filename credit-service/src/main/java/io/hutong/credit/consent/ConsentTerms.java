package io.hutong.credit.consent;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.consent.SharingRules.Layer;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What a consent may say: a connected institution, a known purpose, fields that need a consent, and limits (PIPL art. 14, 23). */
@ApplicationScoped
class ConsentTerms {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:/._-]{0,99}");

    private static final int LATEST_BEGIN_DAYS = 90;

    private final SharingRules rules;
    private final CreditTime time;

    ConsentTerms(SharingRules rules, CreditTime time) {
        this.rules = rules;
        this.time = time;
    }

    List<Violation> defects(Consent.Terms terms) {
        List<Violation> found = new ArrayList<>();
        LocalDate today = time.today();
        if (!rules.isConnected(terms.recipient(), today)) {
            found.add(new Violation(
                    "/recipient", "consent.recipient", "不是已接入的金融机构", "this is no connected financial institution"));
        }
        if (!rules.hasPurpose(terms.purpose(), today)) {
            found.add(new Violation("/purpose", "consent.purpose", "没有这项用途", "there is no such purpose"));
        }
        fields(terms.fields(), today, found);
        term(terms, today, found);
        if (terms.maxCalls() < 1 || terms.maxCalls() > rules.mostCalls(today)) {
            found.add(new Violation(
                    "/maxCalls",
                    "consent.calls",
                    "可查询次数为 1 至 " + rules.mostCalls(today),
                    "1 to " + rules.mostCalls(today) + " calls may be allowed"));
        }
        if (!REFERENCE.matcher(terms.evidence()).matches()) {
            found.add(new Violation(
                    "/evidence",
                    "consent.evidence",
                    "应填写签名存证的编号（1 至 100 个字母、数字和 :/._-）",
                    "the reference of the signature is 1 to 100 letters, digits and :/._-"));
        }
        return found;
    }

    private void fields(List<String> fields, LocalDate today, List<Violation> found) {
        List<String> consentable = rules.fields(Layer.L2, today);
        if (fields.isEmpty() || !consentable.containsAll(fields) || new HashSet<>(fields).size() != fields.size()) {
            found.add(new Violation(
                    "/fields",
                    "consent.fields",
                    "授权内容应为可授权的项目，每项一次：" + String.join("、", consentable),
                    "a consent names fields that need one, each once: " + String.join(", ", consentable)));
        }
    }

    private void term(Consent.Terms terms, LocalDate today, List<Violation> found) {
        if (terms.from().isBefore(today)) {
            found.add(new Violation("/from", "consent.from", "不能早于今天", "it cannot begin before today"));
        }
        if (terms.from().isAfter(today.plusDays(LATEST_BEGIN_DAYS))) {
            found.add(new Violation(
                    "/from",
                    "consent.from-late",
                    "最迟自 " + LATEST_BEGIN_DAYS + " 天后起",
                    "it begins within " + LATEST_BEGIN_DAYS + " days"));
            return;
        }
        if (terms.to().isBefore(terms.from())
                || terms.to().isAfter(terms.from().plusDays(rules.longestDays(today) - 1L))) {
            found.add(new Violation(
                    "/to",
                    "consent.term",
                    "期限为 1 至 " + rules.longestDays(today) + " 天",
                    "the term is 1 to " + rules.longestDays(today) + " days"));
        }
    }
}
