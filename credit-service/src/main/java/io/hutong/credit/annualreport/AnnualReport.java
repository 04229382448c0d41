package io.hutong.credit.annualreport;

import io.hutong.events.ReportChannel;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.ReportId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The report of a business for one year as it stands after its last correction. {@code late} is fixed by the first filing.
 */
public record AnnualReport(ReportId id, BizId bizId, int year, boolean late, int revision, Filing filing) {

    /** One filing: under which operator, how, whether to be shown, what it says, when and through whom. */
    public record Filing(
            OperatorTenureId tenureId,
            ReportChannel channel,
            boolean published,
            Map<String, String> content,
            Instant at,
            String by) {
        public Filing {
            content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
        }

        /** Figures and phones are not for logs. */
        @Override
        public String toString() {
            return "Filing[" + channel + "]";
        }
    }

    AnnualReport corrected(Filing by) {
        return new AnnualReport(id, bizId, year, late, revision + 1, by);
    }
}
