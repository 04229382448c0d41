package io.hutong.credit.seriouslist;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.BizId;
import io.hutong.identity.SeriousEntryId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Shows the serious-violation list to officers. */
@ApplicationScoped
public class ReadSerious {
    private final Businesses businesses;
    private final SeriousEntries entries;

    ReadSerious(Businesses businesses, SeriousEntries entries) {
        this.businesses = businesses;
        this.entries = entries;
    }

    @Transactional
    public List<SeriousEntry> of(BizId bizId) {
        return businesses.find(bizId).map(known -> entries.of(known.bizId())).orElseThrow(CreditProblems::notFound);
    }

    @Transactional
    public SeriousEntry one(SeriousEntryId id) {
        return entries.find(id).orElseThrow(CreditProblems::notFound);
    }
}
