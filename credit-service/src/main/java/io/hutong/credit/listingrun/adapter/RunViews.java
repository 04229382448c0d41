package io.hutong.credit.listingrun.adapter;

import io.hutong.credit.abnormallist.ListingDeadlines;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.listingrun.ListingRun.Counted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Shows runs with the last day on which their decisions are in time. */
@ApplicationScoped
class RunViews {
    private final ListingDeadlines deadlines;
    private final CreditTime time;

    RunViews(ListingDeadlines deadlines, CreditTime time) {
        this.deadlines = deadlines;
        this.time = time;
    }

    RunJson of(Counted counted) {
        LocalDate listBy = deadlines.forMissingReport(counted.run().reportYear());
        boolean overdue = counted.run().underWay() && time.today().isAfter(listBy);
        return RunJson.of(counted, listBy, overdue);
    }
}
