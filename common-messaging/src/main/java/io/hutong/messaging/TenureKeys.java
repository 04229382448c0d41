package io.hutong.messaging;

import io.hutong.identity.OperatorTenureId;
import java.util.Collection;

/** The data keys under which the fields of events are sealed, as far as mass work must know of them. */
public interface TenureKeys {

    /** Reads the keys of these tenures in one go, so that sealing under them asks the database no more in this transaction. */
    void prefetch(Collection<OperatorTenureId> tenures);
}
