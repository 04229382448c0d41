package io.hutong.registration.register;

import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import java.time.Instant;
import java.util.Optional;

/** The registered changes of all businesses; nothing in it is ever edited. */
public interface RegisterLog {

    void append(RegisterEntry entry);

    RegisterHistory of(BizId bizId);

    Optional<BizId> businessOf(ChangeId id);

    /** Notes beside a change that another one annulled it. */
    void annul(ChangeId id, ChangeId by, Instant at);
}
