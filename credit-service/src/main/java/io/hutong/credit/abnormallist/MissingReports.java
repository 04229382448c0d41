package io.hutong.credit.abnormallist;

import io.hutong.credit.annualreport.ReportDuties;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The years that count against a business: not filed in time, and not found wrong by an objection. A year for which it was listed
 * before this system counts as long as the entry is open, however early (art. 13, 19).
 */
@ApplicationScoped
public class MissingReports {
    private final ReportDuties duties;
    private final AbnormalEntries entries;

    MissingReports(ReportDuties duties, AbnormalEntries entries) {
        this.duties = duties;
        this.entries = entries;
    }

    public Set<Integer> of(KnownBusiness business) {
        List<AbnormalEntry> known = entries.of(business.bizId()).stream()
                .filter(AbnormalEntry::ofMissingReport)
                .toList();
        Set<Integer> listed = years(known, AbnormalEntry::open);
        Set<Integer> missing = new TreeSet<>(duties.missing(business, listed));
        Set<Integer> settled = years(known, MissingReports::provedWrong);
        settled.removeAll(listed);
        missing.removeAll(settled);
        return missing;
    }

    private static boolean provedWrong(AbnormalEntry entry) {
        AbnormalEntry.Removal removal = entry.removal();
        return removal != null && removal.mode() == Mode.OBJECTION;
    }

    private static Set<Integer> years(List<AbnormalEntry> entries, Predicate<AbnormalEntry> which) {
        return entries.stream()
                .filter(which)
                .flatMap(entry -> Stream.ofNullable(entry.cause().reportYear()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
