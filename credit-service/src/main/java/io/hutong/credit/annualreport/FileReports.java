package io.hutong.credit.annualreport;

import io.hutong.credit.annualreport.AnnualReport.Filing;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.CreditEvent.AnnualReportSubmitted;
import io.hutong.events.ReportChannel;
import io.hutong.identity.BizId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files the reports of a business for one year or for all that are missing, in one go and all or none; a report that is
 * there already is corrected, until 30 June. A report on paper is in time by the day on which it was handed in (Interim Measures
 * on Annual Reports art. 3, 8, 9, 10, 16).
 */
@ApplicationScoped
public class FileReports {
    private static final int MOST_YEARS = 20;

    /** What is filed, and through whom; {@code receivedOn} where a paper was handed in on an earlier day than it is entered. */
    public record Command(
            BizId bizId, ReportChannel channel, @Nullable LocalDate receivedOn, List<Sent> reports, String by) {
        public Command {
            reports = List.copyOf(reports);
        }

        /** The day that decides what is in time. */
        LocalDate receivedOn(LocalDate today) {
            return receivedOn == null ? today : receivedOn;
        }
    }

    /** The report for one year as it was sent. */
    public record Sent(int year, boolean published, Map<String, String> content) {
        public Sent {
            content = Map.copyOf(content);
        }

        @Override
        public String toString() {
            return "Sent[" + year + "]";
        }
    }

    private final Businesses businesses;
    private final AnnualReports reports;
    private final ReportDuties duties;
    private final ReportRules rules;
    private final ReportConsequences consequences;
    private final Outbox outbox;
    private final CreditTime time;

    FileReports(
            Businesses businesses,
            AnnualReports reports,
            ReportDuties duties,
            ReportRules rules,
            ReportConsequences consequences,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.reports = reports;
        this.duties = duties;
        this.rules = rules;
        this.consequences = consequences;
        this.outbox = outbox;
        this.time = time;
    }

    /** What the business owes and has filed afterwards. */
    @Transactional
    public List<ReportDuties.Duty> handle(Command command) {
        Outbox.Stream stream = outbox.lock(command.bizId());
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        if (business.status().terminal()) {
            throw CreditProblems.ended(business.status());
        }
        CreditProblems.refuse(defects(business, command));
        List<AnnualReport> filed = command.reports().stream()
                .map(sent -> file(stream, business, command, sent))
                .toList();
        consequences.filed(business, filed);
        return duties.of(business);
    }

    private AnnualReport file(Outbox.Stream stream, KnownBusiness business, Command command, Sent sent) {
        LocalDate receivedOn = command.receivedOn(time.today());
        Filing filing = filing(business, command, sent, receivedOn);
        boolean over = receivedOn.isAfter(rules.window(sent.year()).closes());
        Optional<AnnualReport> before = reports.find(business.bizId(), sent.year());
        if (before.isPresent() && over && !consequences.demandCorrection(business.bizId(), sent.year())) {
            throw Problem.of(
                            CreditProblems.REPORT_CLOSED,
                            "年度报告只能在当年6月30日前更正。",
                            "An annual report can be corrected until 30 June only.")
                    .with("reportYear", sent.year());
        }
        before.filter(known -> !over && known.standsAgainst(receivedOn)).ifPresent(known -> refuseOlder(sent.year()));
        AnnualReport report = before.map(known -> known.corrected(filing, over))
                .orElseGet(() -> new AnnualReport(time.newReportId(), business.bizId(), sent.year(), over, 1, filing));
        reports.put(report);
        stream.append(
                new AnnualReportSubmitted(
                        report.id(),
                        business.uscc(),
                        report.year(),
                        report.revision(),
                        report.late(),
                        filing.channel(),
                        filing.published()),
                new EventContext(
                        filing.at(),
                        receivedOn,
                        business.registrar(),
                        report.id().uuid(),
                        null,
                        null));
        return report;
    }

    private Filing filing(KnownBusiness business, Command command, Sent sent, LocalDate receivedOn) {
        return new Filing(
                business.tenureId(),
                command.channel(),
                sent.published(),
                sent.content(),
                time.now(),
                command.by(),
                command.channel() == ReportChannel.PAPER ? receivedOn : null);
    }

    /** What was handed in before the report that stands says nothing against it. */
    private static void refuseOlder(int year) {
        throw Problem.of(
                        CreditProblems.REPORT_CLOSED,
                        "该年度已有收到日在后的年度报告，此前交来的纸质报告不能取代它。",
                        "A report that was received later stands for this year; paper handed in before it does not replace it.")
                .with("reportYear", year);
    }

    private List<Violation> defects(KnownBusiness business, Command command) {
        List<Violation> found = new ArrayList<>();
        Set<Integer> owed = duties.years(business);
        Set<Integer> seen = new HashSet<>();
        if (command.reports().isEmpty() || command.reports().size() > MOST_YEARS) {
            found.add(new Violation(
                    "/reports",
                    "report.count",
                    "一次报送 1 至 " + MOST_YEARS + " 个年度",
                    "1 to " + MOST_YEARS + " years are filed at a time"));
            return found;
        }
        found.addAll(receiptDefects(command, owed));
        for (int i = 0; i < command.reports().size(); i++) {
            Sent sent = command.reports().get(i);
            String place = "/reports/" + i;
            if (!owed.contains(sent.year())) {
                found.add(new Violation(
                        place + "/year", "report.not-due", "该年度没有应报送的年度报告", "no report is due for this year"));
                continue;
            }
            if (!seen.add(sent.year())) {
                found.add(new Violation(place + "/year", "report.twice", "同一年度填报了两次", "the year is there twice"));
            }
            if (!sent.published() && command.channel() == ReportChannel.ONLINE) {
                found.add(new Violation(
                        place + "/published",
                        "report.unpublished",
                        "选择不公示的，应当向登记机关报送纸质年度报告",
                        "a report that is not to be shown is handed in on paper"));
            }
            found.addAll(rules.form(sent.year(), time.today()).defects(sent.content(), place + "/content"));
        }
        return found;
    }

    /** When it came is said of papers: what is sent at the page is received as it is sent. */
    private List<Violation> receiptDefects(Command command, Collection<Integer> owed) {
        LocalDate receivedOn = command.receivedOn();
        if (receivedOn == null) {
            return List.of();
        }
        if (command.channel() != ReportChannel.PAPER) {
            return List.of(new Violation(
                    "/receivedOn",
                    "report.received-online",
                    "收到日期只用于纸质年度报告",
                    "a day of receipt is given for reports on paper only"));
        }
        if (receivedOn.isAfter(time.today())) {
            return List.of(new Violation(
                    "/receivedOn", "date.future", "收到日期不得晚于今天", "the day of receipt is not in the future"));
        }
        return command.reports().stream()
                .map(Sent::year)
                .filter(year -> owed.contains(year)
                        && receivedOn.isBefore(rules.window(year).opens()))
                .map(year -> new Violation(
                        "/receivedOn",
                        "report.received-early",
                        "收到日期早于" + year + "年度年度报告的报送期",
                        "the day of receipt is before the time for reports of " + year))
                .toList();
    }
}
