package io.hutong.credit.business;

import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.ReportId;
import io.hutong.messaging.UuidV7;
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The clock of the credit desk, and the identifiers that carry its time. */
@ApplicationScoped
public class CreditTime {
    private final Clock clock;
    private final UuidV7 ids;

    public CreditTime(Clock clock, UuidV7 ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** As precise as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return LegalTime.today(clock);
    }

    public ReportId newReportId() {
        return new ReportId(ids.next());
    }

    public AbnormalEntryId newEntryId() {
        return new AbnormalEntryId(ids.next());
    }

    public UUID newId() {
        return ids.next();
    }
}
