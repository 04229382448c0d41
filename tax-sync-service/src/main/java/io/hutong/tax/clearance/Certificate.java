package io.hutong.tax.clearance;

import io.hutong.events.CertificatePurpose;
import io.hutong.events.TaxEvent.ClearanceIssued.Basis;
import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A clearance certificate (清税证明): serves once, for one change of one business, until its last day (Order 103 art. 18-19). */
public record Certificate(
        CertificateId id,
        BizId bizId,
        ChangeId changeId,
        CertificatePurpose purpose,
        OperatorTenureId tenureId,
        LocalDate issuedOn,
        LocalDate validUntil,
        Basis basis,
        State state,
        @Nullable String reason,
        Instant stateSince) {

    /** Life of a certificate; it leaves ISSUED once and for good. */
    public enum State {
        ISSUED,
        USED,
        REVOKED,
        VOID
    }

    /** What a certificate is worth for a change that names it. */
    public enum Worth {
        GOOD,
        UNKNOWN,
        OTHER_CHANGE,
        USED,
        REVOKED,
        VOID,
        EXPIRED
    }

    /** Whether it serves the change registered on that day by ending that tenure. */
    public Worth worthFor(BizId business, ChangeId change, OperatorTenureId ending, LocalDate registeredOn) {
        if (!bizId.equals(business) || !changeId.equals(change) || !tenureId.equals(ending)) {
            return Worth.OTHER_CHANGE;
        }
        if (purpose != CertificatePurpose.OPERATOR_CHANGE) {
            return Worth.OTHER_CHANGE;
        }
        return worthOn(registeredOn);
    }

    /** Whether it is in force on that day, and if not, why. */
    public Worth worthOn(LocalDate day) {
        return switch (state) {
            case USED -> Worth.USED;
            case REVOKED -> Worth.REVOKED;
            case VOID -> Worth.VOID;
            case ISSUED -> day.isAfter(validUntil) ? Worth.EXPIRED : Worth.GOOD;
        };
    }

    public Certificate become(State next, @Nullable String why, Instant now) {
        if (state != State.ISSUED) {
            throw new IllegalStateException("a certificate leaves ISSUED only once");
        }
        return new Certificate(id, bizId, changeId, purpose, tenureId, issuedOn, validUntil, basis, next, why, now);
    }
}
