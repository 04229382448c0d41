package io.hutong.credit.annualreport;

import io.hutong.events.ReportChannel;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.ReportId;
import io.hutong.time.LegalTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The report of a business for one year as it stands after its last correction; {@code late} unless it was received in time. */
public record AnnualReport(ReportId id, BizId bizId, int year, boolean late, int revision, Filing filing) {

    /**
     * One filing: under which operator, how, whether to be shown, what it says, when and through whom; {@code receivedOn} is the day on
     * which a paper was handed in.
     */
    public record Filing(
            OperatorTenureId tenureId,
            ReportChannel channel,
            boolean published,
            Map<String, String> content,
            Instant at,
            String by,
            @Nullable LocalDate receivedOn) {
        public Filing {
            content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
        }

        /** Figures and phones are not for logs. */
        @Override
        public String toString() {
            return "Filing[" + channel + "]";
        }
    }

    /** Under which the platforms show it as it stands; every revision has its own. */
    public UUID noticeId() {
        return noticeId(id, revision);
    }

    static UUID noticeId(ReportId report, int revision) {
        return UUID.nameUUIDFromBytes((report.value() + "/" + revision).getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether it was received in time, and after that day. */
    boolean standsAgainst(LocalDate day) {
        LocalDate received = filing.receivedOn();
        return !late && (received == null ? LocalDate.ofInstant(filing.at(), LegalTime.ZONE) : received).isAfter(day);
    }

    /** One that was handed in in time makes the report so, although one that came later was entered before it. */
    AnnualReport corrected(Filing by, boolean over) {
        return new AnnualReport(id, bizId, year, late && over, revision + 1, by);
    }
}
