package io.hutong.registration.register;

import io.hutong.events.AbnormalGround;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import java.util.Optional;

/** Why businesses stand on the abnormal list, as credit has stated it. */
public interface ListingGrounds {
    /** Empty where the register does not know that entry of the business. */
    Optional<AbnormalGround> of(BizId bizId, AbnormalEntryId entryId);
}
