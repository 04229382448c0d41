package io.hutong.messaging;

import java.util.List;

/**
 * The one reader of one topic in a service: a CDI bean. Called once per event, in order per business, within the
 * transaction that also stores the position; the row of the business's own stream is locked already. A thrown
 * {@link AwaitingPremise} makes the business wait for another stream; any other exception that repeats with healthy
 * infrastructure parks the business.
 */
public interface EventListener {

    /** Name of the inbox that feeds this listener, the key of its configuration, for example {@code registration-events}. */
    String inbox();

    /**
     * Whether events of this wire type are read here. What nobody asked for is passed unread, whatever stands in it: only its
     * place in the stream and its digest are kept. Types that this version of the contract does not know are not asked about;
     * they are passed, too, and noted.
     */
    default boolean wants(String type) {
        return true;
    }

    /**
     * Called once before the events of a batch, in their transaction: a place to read in one go what each would ask the
     * database for. It must have no effect; not every event needs to be shown here before it comes.
     */
    default void expect(List<ReceivedEvent> batch) {}

    /**
     * Called in place of {@link #on} for an event of a type that only a later contract knows, in the same transaction: it passes
     * without effect, and whoever tells others what there is of a business has to remember that something may be missing.
     */
    default void notUnderstood(Envelope envelope) {}

    void on(ReceivedEvent event);
}
