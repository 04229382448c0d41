package io.hutong.credit.abnormallist;

import io.hutong.credit.abnormallist.Cure.How;
import io.hutong.credit.annualreport.AnnualReport;
import io.hutong.credit.annualreport.FiledReports;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.FollowRegister.Followed;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.AbnormalGround;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Notes what cures open entries where no system removes them, in the transaction of the cure with the stream locked: a report put right,
 * another name or address in the register. From then on the days to remove the entry run (Interim Measures on Annual Reports
 * art. 16-18).
 */
@ApplicationScoped
public class NoteCures implements FiledReports {
    private final Businesses businesses;
    private final AbnormalEntries entries;
    private final MissingReports missing;
    private final Cures cures;
    private final ListRules rules;
    private final CreditTime time;

    NoteCures(
            Businesses businesses,
            AbnormalEntries entries,
            MissingReports missing,
            Cures cures,
            ListRules rules,
            CreditTime time) {
        this.businesses = businesses;
        this.entries = entries;
        this.missing = missing;
        this.cures = cures;
        this.rules = rules;
        this.time = time;
    }

    @Override
    public void filed(AnnualReport report) {
        if (report.revision() > 1) {
            note(
                    report.bizId(),
                    entry -> entry.onGround(AbnormalGround.ABN_FALSE)
                            && Objects.equals(entry.cause().reportYear(), report.year()),
                    How.REPORT_CORRECTED);
        } else if (!rules.automaticRepair(AbnormalGround.ABN_REPORT, time.today())
                && businesses
                        .find(report.bizId())
                        .filter(business -> missing.of(business).isEmpty())
                        .isPresent()) {
            note(report.bizId(), AbnormalEntry::ofMissingReport, How.REPORT_FILED);
        }
    }

    /** What a change of the register cures, its annulment takes back. */
    public void handle(Followed followed) {
        follow(followed, followed.counted());
    }

    /** What is only known now to have changed cures from now on. */
    public void caughtUp(Followed followed) {
        follow(followed, true);
    }

    private void follow(Followed followed, boolean cured) {
        KnownBusiness before = followed.before();
        KnownBusiness after = followed.after();
        if (!Objects.equals(before.name(), after.name())) {
            follow(after.bizId(), AbnormalGround.ABN_NAME, How.NAME_CHANGED, cured);
        }
        if (!addresses(before).equals(addresses(after))) {
            follow(after.bizId(), AbnormalGround.ABN_UNREACHABLE, How.ADDRESS_CHANGED, cured);
        }
    }

    private void follow(BizId bizId, AbnormalGround ground, How how, boolean cured) {
        if (cured) {
            note(bizId, entry -> entry.onGround(ground), how);
        } else {
            open(bizId, entry -> entry.onGround(ground)).forEach(entry -> cures.forget(entry.id()));
        }
    }

    /** Nobody is reached at a place online. */
    private static List<String> addresses(KnownBusiness business) {
        return business.licence().premises().stream()
                .filter(place -> !business.onlinePlaces().contains(place))
                .toList();
    }

    private void note(BizId bizId, Predicate<AbnormalEntry> which, How how) {
        LocalDate today = time.today();
        open(bizId, which)
                .forEach(entry -> cures.note(new Cure(
                        entry.id(), how, today, rules.removeBy(entry.cause().ground(), today))));
    }

    private Stream<AbnormalEntry> open(BizId bizId, Predicate<AbnormalEntry> which) {
        return entries.of(bizId).stream().filter(AbnormalEntry::open).filter(which);
    }
}
