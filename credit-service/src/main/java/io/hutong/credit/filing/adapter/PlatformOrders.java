package io.hutong.credit.filing.adapter;

import io.hutong.credit.filing.FiledCase;
import io.hutong.credit.filing.PlatformCase;
import io.hutong.credit.filing.Standing;
import io.hutong.credit.filing.TellPlatform;
import io.hutong.credit.publication.PublishFacts;
import io.hutong.credit.publication.PublishedFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As an order to bring its own case to this state; reasons and answers stay here, where the platform reads them by the number of its case. */
@ApplicationScoped
class PlatformOrders implements TellPlatform {
    private final PublishFacts facts;

    PlatformOrders(PublishFacts facts) {
        this.facts = facts;
    }

    @Override
    public void tell(FiledCase filed) {
        PlatformCase pushed = filed.filing().pushed();
        if (pushed != null) {
            Standing now = filed.standing();
            facts.show(new PublishedFact(
                    now.caseId(),
                    now.kind(),
                    filed.bizId(),
                    content(pushed, now),
                    filed.filing().on(),
                    null));
        }
    }

    private static Map<String, String> content(PlatformCase pushed, Standing now) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("caseNo", pushed.number());
        content.put("state", now.state().name());
        content.put("stateSince", now.since().toString());
        putKnown(content, "dueOn", now.dueOn());
        putKnown(content, "barredUntil", now.barredUntil());
        putKnown(content, "finishedAt", now.finishedAt());
        if (pushed.version() > 1) {
            content.put("version", String.valueOf(pushed.version()));
        }
        return content;
    }

    private static void putKnown(Map<String, String> content, String name, @Nullable Object value) {
        if (value != null) {
            content.put(name, value.toString());
        }
    }
}
