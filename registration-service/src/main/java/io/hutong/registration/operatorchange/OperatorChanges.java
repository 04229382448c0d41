package io.hutong.registration.operatorchange;

import io.hutong.identity.ChangeId;
import io.hutong.rules.Explanation;

/** The requested operator changes with what they rested on. The person asked for is kept only while it waits. */
public interface OperatorChanges {

    /** Keeps papers, promises and ruling of a change that was registered at once. */
    void record(ChangeId id, OperatorChangeRequest request, Ruling ruling);

    /** Keeps the whole request until {@link #close}. */
    void await(ChangeId id, OperatorChangeRequest request, Ruling ruling);

    /** The request that waits under this id. */
    OperatorChangeRequest waiting(ChangeId id);

    /** Keeps the last answer to the conditions, asked again since the application. */
    void keep(ChangeId id, Explanation conditions);

    /** Forgets the person that was asked for. */
    void close(ChangeId id);
}
