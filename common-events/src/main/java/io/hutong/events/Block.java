package io.hutong.events;

import io.hutong.identity.ChangeId;
import org.jspecify.annotations.Nullable;

/**
 * What tax lets others know of a hold: a class of reasons and how many items are in it (Tax Collection Law art. 8).
 * {@code earlier} is the change that stands first before this one, where the reason is BEHIND_EARLIER and tax knows it.
 */
public record Block(Class reason, int count, @Nullable ChangeId earlier) {
    public Block(Class reason, int count) {
        this(reason, count, null);
    }

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
