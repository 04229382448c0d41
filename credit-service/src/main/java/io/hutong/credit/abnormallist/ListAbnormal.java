package io.hutong.credit.abnormallist;

import io.hutong.credit.abnormallist.AbnormalEntry.Cause;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.AbnormalGround;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a business on the list on which an officer found a ground (Interim Measures on Annual Reports art. 13-15). */
@ApplicationScoped
public class ListAbnormal {
    /** What an officer found; {@code reportYear} where a report is missing or false. */
    public record Command(
            BizId bizId, AbnormalGround ground, @Nullable Integer reportYear, LocalDate provenOn, String by) {}

    private final Businesses businesses;
    private final AbnormalEntries entries;
    private final ListingGrounds grounds;
    private final EnterList enter;
    private final Outbox outbox;

    ListAbnormal(
            Businesses businesses, AbnormalEntries entries, ListingGrounds grounds, EnterList enter, Outbox outbox) {
        this.businesses = businesses;
        this.entries = entries;
        this.grounds = grounds;
        this.enter = enter;
        this.outbox = outbox;
    }

    @Transactional
    public AbnormalEntry handle(Command command) {
        outbox.lock(command.bizId());
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        if (business.status().terminal()) {
            throw CreditProblems.ended(business.status());
        }
        var cause = new Cause(command.ground(), command.reportYear(), command.provenOn());
        CreditProblems.refuse(grounds.defects(business, cause));
        boolean listed = entries.of(business.bizId()).stream()
                .anyMatch(entry -> entry.open()
                        && entry.onGround(cause.ground())
                        && Objects.equals(entry.cause().reportYear(), cause.reportYear()));
        if (listed) {
            throw Problem.of(
                    CreditProblems.ALREADY_LISTED,
                    "该经营主体已因同一事由（同一年度）列入，尚未移出。",
                    "The business is on the list already on this ground (for this year).");
        }
        return enter.list(List.of(business), cause, command.by()).get(0);
    }
}
