package io.hutong.credit.annualreport;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.ReportChannel;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Shows what a business owes, and the forms that are still to be filled in, as far as the register and what the present operator filed
 * online before can fill them.
 */
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
        List<ReportDuties.Duty> owed = duties.of(business);
        Map<String, String> before = before(owed);
        return owed.stream()
                .filter(duty -> duty.report() == null)
                .map(duty -> {
                    ReportForm form = rules.form(duty.year(), time.today());
                    return new Prefilled(form, duty.state(), known(form, business, before));
                })
                .toList();
    }

    private KnownBusiness find(BizId bizId) {
        return businesses.find(bizId).orElseThrow(CreditProblems::notFound);
    }

    /** What the present operator said last, where the page showed it to nobody else. */
    private static Map<String, String> before(List<ReportDuties.Duty> owed) {
        return owed.stream()
                .filter(ReportDuties.Duty::own)
                .flatMap(duty -> Stream.ofNullable(duty.report()))
                .map(AnnualReport::filing)
                .filter(filing -> filing.channel() == ReportChannel.ONLINE)
                .max(Comparator.comparing(AnnualReport.Filing::at))
                .map(AnnualReport.Filing::content)
                .orElse(Map.of());
    }

    private static Map<String, String> known(ReportForm form, KnownBusiness business, Map<String, String> before) {
        Map<String, String> known = new LinkedHashMap<>(form.carried(before));
        boolean asked = form.fields().stream().anyMatch(field -> field.name().equals("onlineShops"));
        if (asked && !business.onlinePlaces().isEmpty()) {
            known.put("onlineShops", String.join("；", business.onlinePlaces()));
        }
        return known;
    }
}
