package io.hutong.credit.abnormallist;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the list: as it stands, and what stood on it about one business. */
@ApplicationScoped
public class ReadList {
    private final Businesses businesses;
    private final AbnormalEntries entries;

    ReadList(Businesses businesses, AbnormalEntries entries) {
        this.businesses = businesses;
        this.entries = entries;
    }

    @Transactional
    public List<AbnormalEntry> of(BizId bizId) {
        return businesses.find(bizId).map(known -> entries.of(known.bizId())).orElseThrow(CreditProblems::notFound);
    }

    /** The businesses that these entries are about. */
    @Transactional
    public Map<BizId, KnownBusiness> subjects(List<AbnormalEntry> of) {
        return businesses.find(of.stream().map(AbnormalEntry::bizId).distinct().toList());
    }

    @Transactional
    public AbnormalEntry one(AbnormalEntryId id) {
        return entries.find(id).orElseThrow(CreditProblems::notFound);
    }

    @Transactional
    public List<AbnormalEntry> open(@Nullable AbnormalEntryId after, int limit) {
        return entries.open(after, limit);
    }
}
