package io.hutong.events;

import io.hutong.identity.DivisionCode;

/** A registered place: a division of county level or below (6, 9 or 12 digits) and the text below it (GB/T 2260). */
public record Address(DivisionCode division, String text, Kind kind) {
    /** Where trade takes place (Order 103 art. 12-13). */
    public enum Kind {
        PHYSICAL,
        ONLINE
    }
}
