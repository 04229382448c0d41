package io.hutong.events;

/** What tax lets others know of a hold: a class of reasons and how many items are in it (Tax Collection Law art. 8). */
public record Block(Class reason, int count) {
    /** Classes of reasons for which a change waits at tax. */
    public enum Class {
        PAY,
        HAND_IN,
        FILE,
        TAX_INTERNAL,
        PENDING_DATA,
        BEHIND_EARLIER,
        CERTIFICATE
    }
}
