package io.hutong.credit.abnormallist.adapter;

import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.abnormallist.ListingDeadlines;
import io.hutong.credit.abnormallist.ReadList;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Shows entries with the name of the business and the last day for the decision. */
@ApplicationScoped
class EntryViews {
    private final ReadList read;
    private final ListingDeadlines deadlines;

    EntryViews(ReadList read, ListingDeadlines deadlines) {
        this.read = read;
        this.deadlines = deadlines;
    }

    EntryJson of(AbnormalEntry entry) {
        return of(List.of(entry)).get(0);
    }

    List<EntryJson> of(List<AbnormalEntry> entries) {
        Map<BizId, KnownBusiness> known = read.subjects(entries);
        return entries.stream()
                .map(entry -> EntryJson.of(
                        entry, Objects.requireNonNull(known.get(entry.bizId())), deadlines.listBy(entry.cause())))
                .toList();
    }
}
