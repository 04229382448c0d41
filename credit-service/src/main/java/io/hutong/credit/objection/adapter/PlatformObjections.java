package io.hutong.credit.objection.adapter;

import io.hutong.credit.objection.Objection;
import io.hutong.credit.objection.TellPlatform;
import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.PlatformCase;
import io.hutong.credit.publication.PublishFacts;
import io.hutong.credit.publication.PublishedFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** As an order to bring its own case to this state; answers stay here, where the platform reads them by the number of its case. */
@ApplicationScoped
class PlatformObjections implements TellPlatform {
    private final PublishFacts facts;

    PlatformObjections(PublishFacts facts) {
        this.facts = facts;
    }

    @Override
    public void tell(Objection objection) {
        PlatformCase pushed = objection.filing().pushed();
        if (pushed != null) {
            facts.show(new PublishedFact(
                    objection.id().uuid(),
                    FactKind.OBJECTION_CASE,
                    objection.bizId(),
                    content(objection, pushed),
                    objection.filing().on(),
                    null));
        }
    }

    private static Map<String, String> content(Objection objection, PlatformCase pushed) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("caseNo", pushed.number());
        content.put("state", objection.state().name());
        content.put("stateSince", objection.last().on().toString());
        if (objection.dueOn() != null) {
            content.put("dueOn", objection.dueOn().toString());
        }
        if (pushed.version() > 1) {
            content.put("version", String.valueOf(pushed.version()));
        }
        return content;
    }
}
