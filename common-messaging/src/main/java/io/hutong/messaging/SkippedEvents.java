package io.hutong.messaging;

/**
 * An optional CDI bean of a service that answers for events which an operator skipped: a receipt, a mark of divergence.
 * Called in the transaction of the skip; the business's own stream is locked already.
 */
public interface SkippedEvents {

    /**
     * The envelope alone is sure to be readable. Who skipped and why is not told: it is written for the operators of this
     * service and must not reach other agencies.
     */
    void skipped(Envelope envelope);
}
