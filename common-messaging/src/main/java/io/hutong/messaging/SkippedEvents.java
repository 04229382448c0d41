package io.hutong.messaging;

/**
 * An optional CDI bean of a service that answers for events which an operator skipped: a receipt, a mark of divergence.
 * Called in the transaction of the skip; the business's own stream is locked already.
 */
public interface SkippedEvents {

    /** The envelope alone is sure to be readable. */
    void skipped(Envelope envelope, String reason, String who);
}
