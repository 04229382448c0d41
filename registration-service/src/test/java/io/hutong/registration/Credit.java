package io.hutong.registration;

import io.hutong.events.AbnormalGround;
import io.hutong.events.CreditEvent;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.AnnualReportSubmitted;
import io.hutong.events.CreditEvent.SeparateRegisterDue;
import io.hutong.events.CreditEvent.SeriousListed;
import io.hutong.events.CreditEvent.SeriousRemoved;
import io.hutong.events.ReportChannel;
import io.hutong.events.SeriousGround;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
import io.hutong.identity.ReportId;
import io.hutong.identity.SeriousEntryId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.testing.StreamFixture;
import io.hutong.time.LegalTime;
import java.time.LocalDate;
import java.util.UUID;

/** Credit as the register hears it: real events on the real topic. */
final class Credit implements AutoCloseable {
    static final int LAST_YEAR = LocalDate.now(LegalTime.ZONE).getYear() - 1;
    static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    static final UnifiedSocialCreditCode USCC = UnifiedSocialCreditCode.synthetic(Clerk.COUNTY, 2);

    final StreamFixture stream = StreamFixture.of("credit");

    void says(String bizId, CreditEvent event) {
        stream.publish(BizId.of(bizId), event);
    }

    static AnnualReportSubmitted filed(int year) {
        return new AnnualReportSubmitted(
                new ReportId(UUID.randomUUID()), USCC, year, 1, false, ReportChannel.ONLINE, true);
    }

    /** Put on the list because the last annual report was not filed. */
    static AbnormalListed withoutReport() {
        return new AbnormalListed(
                anEntry(), USCC, AbnormalGround.ABN_REPORT, LAST_YEAR, "甘市监异字〔2026〕1号", DAY, DAY, null);
    }

    static AbnormalListed unreachable() {
        return new AbnormalListed(
                anEntry(), USCC, AbnormalGround.ABN_UNREACHABLE, null, "甘市监异字〔2026〕2号", DAY, DAY, null);
    }

    /** Taken off the list, on which nothing else keeps the business. */
    static AbnormalRemoved removed(AbnormalListed entry) {
        return new AbnormalRemoved(
                entry.entryId(),
                USCC,
                entry.ground(),
                entry.reportYear(),
                AbnormalRemoved.Mode.AUTO_REPAIR,
                "甘市监异移字〔2026〕1号",
                DAY.plusMonths(1),
                false);
    }

    /** Two years on the list by that entry are over. */
    static SeparateRegisterDue due(AbnormalListed entry) {
        return new SeparateRegisterDue(
                entry.entryId(), USCC, DAY, DAY.plusYears(2).plusDays(1));
    }

    /** Put on the serious-violation list. */
    static SeriousListed seriously() {
        return new SeriousListed(
                new SeriousEntryId(UUID.randomUUID()),
                USCC,
                SeriousGround.SAFETY,
                new PenaltyId(UUID.randomUUID()),
                "甘市监严列字〔2026〕1号",
                DAY,
                DAY.plusYears(3));
    }

    /** Taken off the serious-violation list, on which nothing else keeps the business. */
    static SeriousRemoved removed(SeriousListed entry) {
        return new SeriousRemoved(entry.entryId(), USCC, SeriousRemoved.Mode.REPAIRED, DAY.plusYears(1), false);
    }

    private static AbnormalEntryId anEntry() {
        return new AbnormalEntryId(UUID.randomUUID());
    }

    @Override
    public void close() {
        stream.close();
    }
}
