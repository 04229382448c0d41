package io.hutong.credit.publication;

/** What the public platforms show about a business, or are told about what they pushed here. */
public enum FactKind {
    ABNORMAL_ENTRY,
    PENALTY,
    SERIOUS_ENTRY,
    /** That a report was filed, with what it says where the business chose so. */
    ANNUAL_REPORT,
    /** What the look into an annual report drawn at random showed. */
    SPOT_CHECK,
    /** How far an application is that Credit China pushed here: told to it alone, and shown to nobody. */
    REPAIR_CASE,
    /** The same of an objection. */
    OBJECTION_CASE,
    /** Stated by its department through the exchange; no platform is told of it from here. */
    PERMIT,
    /** Announced by tax; no platform is told of them from here. */
    ARREARS
}
