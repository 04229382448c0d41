package io.hutong.credit.repair.adapter;

import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.PlatformCase;
import io.hutong.credit.publication.PublishFacts;
import io.hutong.credit.publication.PublishedFact;
import io.hutong.credit.repair.RepairCase;
import io.hutong.credit.repair.RepairCase.Progress;
import io.hutong.credit.repair.TellPlatform;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** As an order to bring its own case to this state; reasons stay here, where the platform reads them by the number of its case. */
@ApplicationScoped
class PlatformCases implements TellPlatform {
    private final PublishFacts facts;

    PlatformCases(PublishFacts facts) {
        this.facts = facts;
    }

    @Override
    public void tell(RepairCase repair) {
        PlatformCase pushed = repair.request().pushed();
        if (pushed != null) {
            facts.show(new PublishedFact(
                    repair.id().uuid(),
                    FactKind.REPAIR_CASE,
                    repair.bizId(),
                    content(repair.progress(), pushed),
                    repair.request().on(),
                    null));
        }
    }

    private static Map<String, String> content(Progress progress, PlatformCase pushed) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("caseNo", pushed.number());
        content.put("state", progress.state().name());
        content.put("stateSince", progress.on().toString());
        if (progress.dueOn() != null) {
            content.put("dueOn", progress.dueOn().toString());
        }
        if (progress.barredUntil() != null) {
            content.put("barredUntil", progress.barredUntil().toString());
        }
        if (progress.finishedAt() != null) {
            content.put("finishedAt", progress.finishedAt().toString());
        }
        if (pushed.version() > 1) {
            content.put("version", String.valueOf(pushed.version()));
        }
        return content;
    }
}
