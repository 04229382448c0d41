package io.hutong.systemtests.agencies.party;

import java.util.List;

/** An interface of the product by which messages of one kind are sent. */
public interface Channel<M> {
    /** Sends them in their order; one reply to each that this interface can carry at all. */
    List<Reply> send(List<M> messages) throws InterruptedException;
}
