package io.hutong.registration.operatorchange;

import io.hutong.identity.ChangeId;

/** The requested operator changes with what they rested on. The person asked for is kept only while tax is waited for. */
public interface OperatorChanges {

    /** Keeps papers, promises and ruling of a change that was registered at once. */
    void record(ChangeId id, OperatorChangeRequest request, Ruling ruling);

    /** Keeps the whole request until {@link #close}. */
    void await(ChangeId id, OperatorChangeRequest request, Ruling ruling);

    /** The request that waits under this id. */
    OperatorChangeRequest waiting(ChangeId id);

    /** Forgets the person that was asked for. */
    void close(ChangeId id);
}
