package io.hutong.credit.annualreport;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows what a business owes, and the forms that are still to be filled in, as far as the register can fill them. */
@ApplicationScoped
public class ReadReports {
    /** An open form, and what is known already. */
    public record Prefilled(ReportForm form, ReportDuties.State state, Map<String, String> content) {
        public Prefilled {
            content = Map.copyOf(content);
        }
    }

    private final Businesses businesses;
    private final ReportDuties duties;
    private final ReportRules rules;
    private final CreditTime time;

    ReadReports(Businesses businesses, ReportDuties duties, ReportRules rules, CreditTime time) {
        this.businesses = businesses;
        this.duties = duties;
        this.rules = rules;
        this.time = time;
    }

    @Transactional
    public List<ReportDuties.Duty> duties(BizId bizId) {
        return duties.of(find(bizId));
    }

    /** The forms of all years that are not filed, the first year first. */
    @Transactional
    public List<Prefilled> forms(BizId bizId) {
        KnownBusiness business = find(bizId);
        return duties.of(business).stream()
                .filter(duty -> duty.report() == null)
                .map(duty -> {
                    ReportForm form = rules.form(duty.year(), time.today());
                    return new Prefilled(form, duty.state(), known(form, business));
                })
                .toList();
    }

    private KnownBusiness find(BizId bizId) {
        return businesses.find(bizId).orElseThrow(CreditProblems::notFound);
    }

    private static Map<String, String> known(ReportForm form, KnownBusiness business) {
        Map<String, String> known = new LinkedHashMap<>();
        boolean asked = form.fields().stream().anyMatch(field -> field.name().equals("onlineShops"));
        if (asked && !business.onlinePlaces().isEmpty()) {
            known.put("onlineShops", String.join("；", business.onlinePlaces()));
        }
        return known;
    }
}
