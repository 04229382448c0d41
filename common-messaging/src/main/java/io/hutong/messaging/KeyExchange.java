package io.hutong.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two ends of the compacted key topics: key records to be sent, and those that arrived. Runs in the caller's transaction. */
public interface KeyExchange {

    /** A key record waiting to be sent; key and value of the Kafka record. */
    record Pending(long seq, String key, byte[] value) {}

    /** A key record as it arrived; no value is a Kafka tombstone. */
    record Arrived(String key, byte @Nullable [] value) {}

    /** The oldest waiting records, in the order in which they must be sent. */
    List<Pending> pending(int limit);

    /** Forgets records that were acknowledged. */
    void sent(List<Long> seqs);

    /**
     * Stores the records that are for this service and ignores the others.
     *
     * @throws IllegalArgumentException when one is no key record; none is stored then
     */
    void receive(List<Arrived> records);
}
