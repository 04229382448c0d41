package io.hutong.credit.abnormallist.adapter;

import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.abnormallist.ListRules;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Shows entries with the name of the business and the last day for the decision. */
@ApplicationScoped
class EntryViews {
    private final Businesses businesses;
    private final ListRules rules;

    EntryViews(Businesses businesses, ListRules rules) {
        this.businesses = businesses;
        this.rules = rules;
    }

    EntryJson of(AbnormalEntry entry) {
        return of(List.of(entry)).get(0);
    }

    @Transactional
    List<EntryJson> of(List<AbnormalEntry> entries) {
        Map<BizId, KnownBusiness> known = businesses.find(
                entries.stream().map(AbnormalEntry::bizId).distinct().toList());
        return entries.stream()
                .map(entry -> EntryJson.of(
                        entry,
                        Objects.requireNonNull(known.get(entry.bizId())),
                        rules.listBy(entry.cause().ground(), entry.cause().provenOn())))
                .toList();
    }
}
