package io.hutong.events;

/** How large a fine is, by the bands of the authority; the amount itself stands in the decision. */
public enum AmountBand {
    NONE,
    SMALL,
    LARGE,
    HUGE
}
