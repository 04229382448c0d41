package io.hutong.tax.fact;

/** What is known of a fact item; UNKNOWN takes an earlier statement back. */
public enum FactValue {
    YES,
    NO,
    NOT_APPLICABLE,
    UNKNOWN
}
