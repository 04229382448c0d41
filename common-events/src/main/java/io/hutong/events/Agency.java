package io.hutong.events;

/** Agencies and parties that exchange changes, by the codes of the district's notice. */
public enum Agency {
    AMR,
    TAX,
    HRSS,
    FIN,
    VET,
    DRC,
    AGRI,
    COM,
    HUD,
    TRANS,
    JUS,
    JCO,
    GDA,
    FI,
    GUA,
    TOWN
}
