package io.hutong.registration.register;

import io.hutong.identity.DivisionCode;
import io.hutong.identity.UnifiedSocialCreditCode;

/** Hands out unified social credit codes, each once. */
public interface CreditCodes {
    UnifiedSocialCreditCode next(DivisionCode county);
}
