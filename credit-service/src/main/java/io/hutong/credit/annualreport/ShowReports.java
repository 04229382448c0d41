package io.hutong.credit.annualreport;

import io.hutong.credit.annualreport.AnnualReport.Filing;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.PublishFacts;
import io.hutong.credit.publication.PublishedFact;
import io.hutong.credit.publication.Urgency;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Has each report shown as the business chose: what it says, or only that it was filed. A correction is shown beside what it corrects;
 * who chooses not to be shown any more takes what was shown before with it (Interim Measures on Annual Reports art. 8-10).
 */
@ApplicationScoped
class ShowReports implements FiledReports {
    private final Businesses businesses;
    private final PublishFacts publish;
    private final ReportRules rules;
    private final CreditTime time;

    ShowReports(Businesses businesses, PublishFacts publish, ReportRules rules, CreditTime time) {
        this.businesses = businesses;
        this.publish = publish;
        this.rules = rules;
        this.time = time;
    }

    /** Behind what a person waits for: half a year of reports does not delay the end of an entry. */
    @Override
    public void filed(AnnualReport report) {
        KnownBusiness business = businesses.find(report.bizId()).orElseThrow(CreditProblems::notFound);
        if (!report.filing().published()) {
            publish.end(before(report), Urgency.MASS);
        }
        var fact = PublishedFact.of(
                business, FactKind.ANNUAL_REPORT, report.noticeId(), content(report), time.today(), null);
        publish.show(FactKind.ANNUAL_REPORT, List.of(fact), Urgency.MASS);
    }

    private static List<UUID> before(AnnualReport report) {
        return IntStream.range(1, report.revision())
                .mapToObj(revision -> AnnualReport.noticeId(report.id(), revision))
                .toList();
    }

    private Map<String, String> content(AnnualReport report) {
        Filing filing = report.filing();
        LocalDate today = time.today();
        Map<String, String> content = new LinkedHashMap<>();
        content.put("reportYear", Integer.toString(report.year()));
        if (filing.published()) {
            LocalDate receivedOn = filing.receivedOn();
            content.put("revision", Integer.toString(report.revision()));
            content.put("filedOn", (receivedOn == null ? today : receivedOn).toString());
            content.putAll(rules.form(report.year(), today).shown(filing.content()));
        }
        return content;
    }
}
