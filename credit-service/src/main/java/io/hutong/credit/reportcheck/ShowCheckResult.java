package io.hutong.credit.reportcheck;

import io.hutong.credit.annualreport.ReportRules;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.PublicationRules;
import io.hutong.credit.publication.PublishFacts;
import io.hutong.credit.publication.PublishedFact;
import io.hutong.credit.reportcheck.SpotCheck.Result;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Has a result shown to the public for its time, or no longer; in the caller's transaction (art. 11). Of an ended business as the rules say. */
@ApplicationScoped
public class ShowCheckResult {
    private final Businesses businesses;
    private final PublishFacts publish;
    private final PublicationRules shown;
    private final ReportRules rules;
    private final CreditTime time;

    ShowCheckResult(
            Businesses businesses, PublishFacts publish, PublicationRules shown, ReportRules rules, CreditTime time) {
        this.businesses = businesses;
        this.publish = publish;
        this.shown = shown;
        this.rules = rules;
        this.time = time;
    }

    void show(SpotCheck check, BizId bizId, Result result) {
        LocalDate today = time.today();
        KnownBusiness business = businesses.find(bizId).orElseThrow(CreditProblems::notFound);
        if (!shown.shownOf(FactKind.SPOT_CHECK, business.status(), today)) {
            end(check, bizId);
            return;
        }
        Map<String, String> content = Map.of(
                "reportYear", Integer.toString(check.reportYear()),
                "result", result.name(),
                "checkedOn", today.toString());
        publish.show(PublishedFact.of(
                business,
                FactKind.SPOT_CHECK,
                subject(check, bizId),
                content,
                today,
                today.plusMonths(rules.spotCheckShownMonths(today)).minusDays(1)));
    }

    void end(SpotCheck check, BizId bizId) {
        publish.end(subject(check, bizId));
    }

    private static UUID subject(SpotCheck check, BizId bizId) {
        return UUID.nameUUIDFromBytes((check.id() + "/" + bizId).getBytes(StandardCharsets.UTF_8));
    }
}
