package io.hutong.credit.listingrun;

import io.hutong.credit.abnormallist.AbnormalEntries;
import io.hutong.credit.abnormallist.EnterList;
import io.hutong.credit.abnormallist.MissingReports;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.listingrun.ListingRun.Fate;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lists the candidates of signed runs, some in each transaction and one worker at a time: whatever dies in between, each is
 * listed once, and who filed in the meantime is not listed.
 */
@ApplicationScoped
public class CarryOutRun {
    private final ListingRuns runs;
    private final Businesses businesses;
    private final AbnormalEntries entries;
    private final MissingReports missing;
    private final EnterList list;
    private final Outbox outbox;
    private final CreditTime time;

    CarryOutRun(
            ListingRuns runs,
            Businesses businesses,
            AbnormalEntries entries,
            MissingReports missing,
            EnterList list,
            Outbox outbox,
            CreditTime time) {
        this.runs = runs;
        this.businesses = businesses;
        this.entries = entries;
        this.missing = missing;
        this.list = list;
        this.outbox = outbox;
        this.time = time;
    }

    /** Whether any signed run is not done. */
    @Transactional
    public boolean waits() {
        return runs.nextSigned().isPresent();
    }

    /** Settles up to that many candidates; false when there are none that another worker does not hold. */
    @Transactional
    public boolean next(int most) {
        return runs.nextSigned().map(run -> step(run, most)).orElse(false);
    }

    private boolean step(ListingRun run, int most) {
        List<BizId> taken = runs.take(run.id(), most);
        if (taken.isEmpty()) {
            finish(run);
            return false;
        }
        outbox.lockAll(taken);
        Map<BizId, Fate> fates = new LinkedHashMap<>();
        List<KnownBusiness> toList = new ArrayList<>();
        for (BizId bizId : taken) {
            KnownBusiness business = businesses.find(bizId).orElseThrow();
            Fate fate = fate(business, run.reportYear());
            fates.put(bizId, fate);
            if (fate == Fate.LISTED) {
                toList.add(business);
            }
        }
        if (!toList.isEmpty()) {
            list.listMissing(
                    toList,
                    run.reportYear(),
                    Objects.requireNonNull(run.signed()).by());
        }
        runs.settle(run.id(), fates);
        return true;
    }

    private Fate fate(KnownBusiness business, int year) {
        boolean listed = entries.of(business.bizId()).stream()
                .anyMatch(entry ->
                        entry.ofMissingReport() && Objects.equals(entry.cause().reportYear(), year));
        if (business.status().terminal() || listed || businesses.doubtful(business.bizId())) {
            return Fate.NOT_LISTED;
        }
        return missing.of(business).contains(year) ? Fate.LISTED : Fate.FILED_MEANWHILE;
    }

    /** Another worker may hold the last candidates: then the run is finished by the next look. */
    private void finish(ListingRun run) {
        if (runs.counts(run.id()).getOrDefault(Fate.CANDIDATE, 0) == 0) {
            runs.change(run.done(time.now()));
        }
    }
}
