package io.hutong.events;

/** How grave a breach of trust is, by which its publication and repair are measured (NDRC Order 36). */
public enum Severity {
    /** 轻微 */
    MINOR,
    /** 一般 */
    GENERAL,
    /** 严重 */
    SERIOUS
}
