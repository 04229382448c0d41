package io.hutong.credit.abnormallist;

import io.hutong.credit.abnormallist.AbnormalEntry.Cause;
import io.hutong.credit.annualreport.ReportDuties;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.AbnormalGround;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a business on the list on which an officer found a ground (Interim Measures on Annual Reports art. 13-15). */
@ApplicationScoped
public class ListAbnormal {
    /** What an officer found; {@code reportYear} for ABN_REPORT only. */
    public record Command(
            BizId bizId, AbnormalGround ground, @Nullable Integer reportYear, LocalDate provenOn, String by) {}

    private final Businesses businesses;
    private final AbnormalEntries entries;
    private final ReportDuties duties;
    private final EnterList enter;
    private final Outbox outbox;
    private final CreditTime time;

    ListAbnormal(
            Businesses businesses,
            AbnormalEntries entries,
            ReportDuties duties,
            EnterList enter,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.entries = entries;
        this.duties = duties;
        this.enter = enter;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public AbnormalEntry handle(Command command) {
        outbox.lock(command.bizId());
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        if (business.status().terminal()) {
            throw CreditProblems.ended(business.status());
        }
        var cause = new Cause(command.ground(), command.reportYear(), command.provenOn());
        refuse(defects(business, cause));
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

    private List<Violation> defects(KnownBusiness business, Cause cause) {
        List<Violation> found = new ArrayList<>();
        if (cause.provenOn().isAfter(time.today())) {
            found.add(new Violation(
                    "/provenOn", "date.future", "查实日期不得晚于今天", "the day of the proof is not in the future"));
        }
        boolean ofReport = cause.ground() == AbnormalGround.ABN_REPORT;
        if (ofReport != (cause.reportYear() != null)) {
            found.add(new Violation(
                    "/reportYear",
                    "entry.report-year",
                    "未报送年度报告的，应写明年度；其他事由不写",
                    "the year is given where a report is missing, and nowhere else"));
        } else if (cause.reportYear() != null && !duties.missing(business).contains(cause.reportYear())) {
            found.add(new Violation(
                    "/reportYear",
                    "entry.report-not-missing",
                    "该年度的年度报告已报送、尚未到期或不应报送",
                    "the report for this year is filed, not overdue yet, or not owed"));
        }
        return found;
    }

    private static void refuse(List<Violation> found) {
        if (!found.isEmpty()) {
            throw Problem.of(
                    CommonProblems.INVALID_REQUEST,
                    "请一次性更正所列各项。",
                    "Correct all that is listed.",
                    found.toArray(Violation[]::new));
        }
    }
}
