package io.hutong.credit.abnormallist;

import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.PublishFacts;
import io.hutong.credit.publication.PublishedFact;
import io.hutong.credit.publication.Urgency;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Has the platforms show entries, and show them no longer: what the decision says, and nothing else. */
@ApplicationScoped
class ShowEntries {
    private final PublishFacts publish;

    ShowEntries(PublishFacts publish) {
        this.publish = publish;
    }

    /** Entry by entry of the business at the same place. */
    void show(List<KnownBusiness> businesses, List<AbnormalEntry> entries) {
        List<PublishedFact> facts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            facts.add(fact(businesses.get(i), entries.get(i)));
        }
        publish.show(FactKind.ABNORMAL_ENTRY, facts, entries.size() == 1 ? Urgency.AT_ONCE : Urgency.MASS);
    }

    void end(List<AbnormalEntry> entries, Urgency urgency) {
        publish.end(entries.stream().map(entry -> entry.id().uuid()).toList(), urgency);
    }

    private static PublishedFact fact(KnownBusiness business, AbnormalEntry entry) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("ground", entry.cause().ground().name());
        if (entry.cause().reportYear() != null) {
            content.put("reportYear", entry.cause().reportYear().toString());
        }
        content.put("decisionNo", entry.listing().number());
        content.put("listedOn", entry.listing().on().toString());
        content.put("authority", business.registrar().value());
        return PublishedFact.of(
                business,
                FactKind.ABNORMAL_ENTRY,
                entry.id().uuid(),
                content,
                entry.shown().from(),
                entry.shown().to());
    }
}
