package io.hutong.tax.clearance;

import io.hutong.events.CertificatePurpose;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How long a certificate serves, by {@code rules/clearance.yaml} on the day of its issue. For a purpose for which the
 * authority set no validity there is none to issue.
 */
public final class CertificateTerms implements CertificateValidity {
    public static final String RULE_SET = "tax.clearance";

    private final RuleSets rules;

    public CertificateTerms(RuleSets rules) {
        this.rules = rules;
    }

    public static CertificateTerms bundled() {
        return new CertificateTerms(RuleSets.load(RuleFile.resource(CertificateTerms.class, "/rules/clearance.yaml")));
    }

    @Override
    public Optional<LocalDate> lastDay(CertificatePurpose purpose, LocalDate issuedOn) {
        return rules.on(RULE_SET, issuedOn)
                .table("validity")
                .find(Map.of("purpose", purpose.name()))
                .filter(row -> row.configured("days"))
                .map(row -> issuedOn.plusDays(row.number("days")));
    }
}
