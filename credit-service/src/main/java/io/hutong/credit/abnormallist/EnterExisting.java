package io.hutong.credit.abnormallist;

import io.hutong.credit.abnormallist.AbnormalEntry.Cause;
import io.hutong.credit.abnormallist.AbnormalEntry.Decision;
import io.hutong.credit.annualreport.AnnualReports;
import io.hutong.credit.annualreport.ReportRules;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.AbnormalGround;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes over an open entry that was decided before this system, under its own number and day. */
@ApplicationScoped
public class EnterExisting {
    private static final int LONGEST_NUMBER = 100;

    /** Why the business is on the list, and the decision as it was made. */
    public record Command(BizId bizId, Cause cause, Decision listing) {}

    private final Businesses businesses;
    private final AbnormalEntries entries;
    private final AnnualReports reports;
    private final ReportRules rules;
    private final EnterList enter;
    private final Outbox outbox;
    private final CreditTime time;

    EnterExisting(
            Businesses businesses,
            AbnormalEntries entries,
            AnnualReports reports,
            ReportRules rules,
            EnterList enter,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.entries = entries;
        this.reports = reports;
        this.rules = rules;
        this.enter = enter;
        this.outbox = outbox;
        this.time = time;
    }

    /** False if it is here already, open or removed since. */
    @Transactional
    public boolean handle(Command command) {
        outbox.lock(command.bizId());
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        Cause cause = command.cause();
        List<AbnormalEntry> known = entries.of(business.bizId());
        if (known.stream().anyMatch(entry -> same(entry, command))) {
            return false;
        }
        if (business.status().terminal()) {
            throw CreditProblems.ended(business.status());
        }
        CreditProblems.refuse(defects(business, command));
        if (known.stream()
                .anyMatch(entry -> entry.open()
                        && entry.onGround(cause.ground())
                        && Objects.equals(entry.cause().reportYear(), cause.reportYear()))) {
            return false;
        }
        enter.existing(business, cause, command.listing());
        return true;
    }

    private static boolean same(AbnormalEntry entry, Command command) {
        return entry.listing().number().equals(command.listing().number())
                && entry.cause().equals(command.cause());
    }

    private List<Violation> defects(KnownBusiness business, Command command) {
        List<Violation> found = new ArrayList<>();
        if (command.listing().on().isAfter(time.today())) {
            found.add(new Violation(
                    "/decidedOn", "date.future", "决定日期不得晚于今天", "the day of the decision is not in the future"));
        }
        if (command.listing().number().length() > LONGEST_NUMBER) {
            found.add(new Violation(
                    "/decisionNo",
                    "text.length",
                    "文号为 1 至 " + LONGEST_NUMBER + " 个字",
                    "a number has 1 to " + LONGEST_NUMBER + " characters"));
        }
        if (command.listing().on().isBefore(business.establishedOn())) {
            found.add(new Violation(
                    "/decidedOn",
                    "entry.before-establishment",
                    "列入决定不得早于成立日期（" + business.establishedOn() + "）",
                    "the decision is not before the business was established (" + business.establishedOn() + ")"));
        }
        yearDefect(business, command).ifPresent(found::add);
        return found;
    }

    private Optional<Violation> yearDefect(KnownBusiness business, Command command) {
        AbnormalGround ground = command.cause().ground();
        Integer year = command.cause().reportYear();
        if (ListingGrounds.ofReport(ground) != (year != null)) {
            return Optional.of(new Violation(
                    "/reportYear",
                    "entry.report-year",
                    "年度报告未报送或虚假的，应写明年度；其他事由不写",
                    "the year is given where a report is missing or false, and nowhere else"));
        }
        if (year == null) {
            return Optional.empty();
        }
        if (year < business.establishedOn().getYear()
                || year >= command.listing().on().getYear()) {
            return Optional.of(new Violation(
                    "/reportYear",
                    "entry.report-not-owed",
                    "列入决定作出时，该年度尚未结束，或者早于成立之年",
                    "the year had not ended when it was decided, or the business was not established yet"));
        }
        if (ground == AbnormalGround.ABN_REPORT
                && !command.listing().on().isAfter(rules.window(year).closes())) {
            return Optional.of(new Violation(
                    "/decidedOn",
                    "entry.too-early",
                    "报送期届满之后方可认定未报送",
                    "a report is missing only when its time is over"));
        }
        if (ground == AbnormalGround.ABN_REPORT
                && reports.filedYears(business.bizId()).contains(year)) {
            return Optional.of(new Violation(
                    "/reportYear",
                    "entry.report-not-missing",
                    "该年度的年度报告已在本系统报送",
                    "the report for this year was filed here"));
        }
        return Optional.empty();
    }
}
