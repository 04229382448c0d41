package io.hutong.events;

/** Whether tax follows the registration (district notice, measure 3) or clears it first (Order 103 art. 18-19). */
public enum Regime {
    POST_SYNC,
    PRE_CLEARANCE
}
