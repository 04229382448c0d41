package io.hutong.messaging;

import io.hutong.events.OperatorRefs;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.ResidentId;

/** Makes the pseudonyms of a person, one per recipient service, each ready to be sealed for that service alone. */
public interface PersonRefs {
    OperatorRefs of(OperatorTenureId tenure, ResidentId residentId);
}
