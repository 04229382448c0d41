package io.hutong.events;

/** What a tax clearance certificate is issued for. */
public enum CertificatePurpose {
    DEREGISTER,
    OPERATOR_CHANGE,
    CONVERT
}
