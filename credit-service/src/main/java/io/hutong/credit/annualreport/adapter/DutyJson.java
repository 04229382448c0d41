package io.hutong.credit.annualreport.adapter;

import io.hutong.credit.annualreport.AnnualReport;
import io.hutong.credit.annualreport.ReportDuties;
import io.hutong.events.ReportChannel;
import io.hutong.identity.ReportId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A year for which a report is owed, and how that stands. What the report says, in the form of {@code /annual-reports/form}, is
 * shown to the credit desk, and to the filing page where the present operator filed it there.
 */
@Schema(name = "AnnualReport")
record DutyJson(
        int year,
        LocalDate dueOn,
        ReportDuties.State state,
        @Nullable ReportId reportId,
        @Nullable Integer revision,
        @Nullable UUID noticeId,
        @Nullable ReportChannel channel,
        @Nullable Boolean published,
        @Nullable Instant filedAt,
        @Nullable LocalDate receivedOn,
        @Nullable Map<String, String> content) {

    static DutyJson of(ReportDuties.Duty duty, boolean toCreditDesk) {
        AnnualReport report = duty.report();
        return report == null
                ? new DutyJson(duty.year(), duty.dueOn(), duty.state(), null, null, null, null, null, null, null, null)
                : new DutyJson(
                        duty.year(),
                        duty.dueOn(),
                        duty.state(),
                        report.id(),
                        report.revision(),
                        report.noticeId(),
                        report.filing().channel(),
                        report.filing().published(),
                        report.filing().at(),
                        report.filing().receivedOn(),
                        toCreditDesk || (duty.own() && report.filing().channel() == ReportChannel.ONLINE)
                                ? report.filing().content()
                                : null);
    }
}
