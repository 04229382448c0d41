package io.hutong.registration.register;

import io.hutong.identity.BizId;

/** What the lists that credit keeps forbid a business. */
public interface CreditRestrictions {
    /**
     * Without a statement of credit nothing is forbidden. {@code listed} in either list, or perhaps so because a statement is
     * missing; {@code unreachable} as not to be found at its premises.
     */
    record Restrictions(boolean listed, boolean unreachable) {}

    Restrictions restrictions(BizId bizId);
}
