package io.hutong.credit.reportcheck;

import io.hutong.credit.abnormallist.AbnormalEntry.Cause;
import io.hutong.credit.abnormallist.ListingDeadlines;
import io.hutong.credit.business.CreditTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows who is to be listed by what a look proved, each until its last day; to list remains the decision of a person (Interim
 * Measures on Annual Reports art. 14, 15).
 */
@ApplicationScoped
public class ReadListingsDue {
    private final ProvenGrounds proven;
    private final ListingDeadlines deadlines;
    private final CreditTime time;

    ReadListingsDue(ProvenGrounds proven, ListingDeadlines deadlines, CreditTime time) {
        this.proven = proven;
        this.deadlines = deadlines;
        this.time = time;
    }

    /** A ground, the last day on which it is decided in time, and whether that is over. */
    public record Due(ProvenGround ground, LocalDate listBy, boolean overdue) {
        public ProvenGround.Place place() {
            return ground.place();
        }
    }

    /** The first proven first. */
    @Transactional
    public List<Due> due(ProvenGround.@Nullable Place after, int limit) {
        return proven.unlisted(after, limit).stream().map(this::due).toList();
    }

    private Due due(ProvenGround one) {
        LocalDate listBy = deadlines.listBy(new Cause(one.ground(), one.reportYear(), one.provenOn()));
        return new Due(one, listBy, time.today().isAfter(listBy));
    }
}
