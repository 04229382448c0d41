package io.hutong.tax.clearance;

import io.hutong.events.CertificatePurpose;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.receipt.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What market supervision asked before registering: clear the tenure that the change would end (Order 103 art. 19).
 * {@code note} is what the officer wrote who refused it, and never leaves tax.
 */
public record ClearanceRequest(
        ChangeId changeId,
        OperatorTenureId tenureId,
        CertificatePurpose purpose,
        Cause cause,
        State state,
        Instant receivedAt,
        Instant stateSince,
        @Nullable Hold hold,
        @Nullable String explanation,
        @Nullable String note) {

    /** OPEN is waiting for the gate or for an officer; the others end the request. REVOKED is not entered any more. */
    public enum State {
        OPEN,
        ISSUED,
        REFUSED,
        WITHDRAWN,
        REVOKED
    }

    public static ClearanceRequest received(
            ChangeId changeId, OperatorTenureId tenureId, CertificatePurpose purpose, Cause cause, Instant now) {
        return new ClearanceRequest(changeId, tenureId, purpose, cause, State.OPEN, now, now, null, null, null);
    }

    public ClearanceRequest held(Hold newHold, @Nullable String newExplanation) {
        return new ClearanceRequest(
                changeId, tenureId, purpose, cause, State.OPEN, receivedAt, stateSince, newHold, newExplanation, note);
    }

    /** Ends in this state, or opens again. */
    public ClearanceRequest become(State next, Instant now) {
        return new ClearanceRequest(changeId, tenureId, purpose, cause, next, receivedAt, now, null, explanation, note);
    }

    /** Whether it waits for an officer, because its certificate was revoked. */
    boolean leftToOfficer() {
        return state == State.REVOKED || state == State.OPEN && hold != null && hold.leftToOfficer();
    }

    /** Whether what the gate said last is what holds now: an officer or a missing certificate overrules it. */
    public boolean gateDecides() {
        return switch (state) {
            case OPEN -> hold == null || !hold.outsideGate();
            case ISSUED -> true;
            case REFUSED, WITHDRAWN, REVOKED -> false;
        };
    }

    public ClearanceRequest refused(String why, Instant now) {
        return new ClearanceRequest(
                changeId, tenureId, purpose, cause, State.REFUSED, receivedAt, now, null, explanation, why);
    }

    public ClearanceRequest explained(String newExplanation) {
        return new ClearanceRequest(
                changeId, tenureId, purpose, cause, state, receivedAt, stateSince, hold, newExplanation, note);
    }
}
