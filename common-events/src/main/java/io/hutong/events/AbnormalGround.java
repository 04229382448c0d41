package io.hutong.events;

/** Why a business is on the abnormal operations list (Interim Measures on Annual Reports art. 13-15; name rules art. 32). */
public enum AbnormalGround {
    /** The annual report was not filed in time. */
    ABN_REPORT,
    /** The annual report hid the truth or was false. */
    ABN_FALSE,
    /** Nobody could be reached at the registered premises or residence. */
    ABN_UNREACHABLE,
    /** A name was not corrected as ordered. */
    ABN_NAME
}
