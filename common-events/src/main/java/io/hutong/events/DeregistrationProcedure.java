package io.hutong.events;

/** How a business leaves the register: with tax clearance, or by notice without objection (Order 103 art. 30-31). */
public enum DeregistrationProcedure {
    ORDINARY,
    SIMPLE
}
