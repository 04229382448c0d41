package io.hutong.registration.duty;

/** How far a change has come, over all agencies. */
public enum ChangeState {
    AWAITING_TAX_CLEARANCE,
    AWAITING_CONDITIONS,
    REGISTERED,
    FINISHED,
    WITHDRAWN,
    ANNULLED,
    REFUSED
}
