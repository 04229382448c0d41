package io.hutong.registration.register;

import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.UuidV7;
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The register's clock, and the identifiers that carry its time. */
@ApplicationScoped
public class RegisterTime {
    private final Clock clock;
    private final UuidV7 ids;

    public RegisterTime(Clock clock, UuidV7 ids) {
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

    public BizId newBizId() {
        return new BizId(ids.next());
    }

    public ChangeId newChangeId() {
        return new ChangeId(ids.next());
    }

    public OperatorTenureId newTenureId() {
        return new OperatorTenureId(ids.next());
    }
}
