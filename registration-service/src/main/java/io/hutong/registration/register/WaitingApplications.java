package io.hutong.registration.register;

import io.hutong.identity.BizId;

/** What waits to be registered until its conditions are met, and goes on by itself then. */
public interface WaitingApplications {
    /** Something that stood against it may have gone; the stream of the business is locked. */
    void reconsider(BizId bizId);
}
