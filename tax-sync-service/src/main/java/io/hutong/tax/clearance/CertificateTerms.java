package io.hutong.tax.clearance;

import io.hutong.events.CertificatePurpose;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import java.time.LocalDate;
import java.util.Map;

/**
 * How long a certificate serves, by {@code rules/clearance.yaml} on the day of its issue. A purpose for which the
 * authority set no validity is a {@link io.hutong.rules.NotConfigured}.
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
    public LocalDate lastDay(CertificatePurpose purpose, LocalDate issuedOn) {
        return rules.on(RULE_SET, issuedOn)
                .table("validity")
                .find(Map.of("purpose", purpose.name()))
                .map(row -> issuedOn.plusDays(row.number("days")))
                .orElseThrow(() -> new IllegalStateException("no validity for " + purpose));
    }
}
