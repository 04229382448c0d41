package io.hutong.credit.shared.storage;

import io.hutong.messaging.ColumnCipher;
import io.hutong.web.AnswerVault;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps repeated answers encrypted and requests as a keyed hash: both may hold what a business does not publish. */
@ApplicationScoped
class EncryptedAnswers implements AnswerVault {
    private static final String CONTEXT = "idempotency_key.body";

    private final ColumnCipher cipher;

    EncryptedAnswers(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public String digest(String canonicalRequest) {
        return cipher.lookup(canonicalRequest, CONTEXT);
    }

    @Override
    public byte[] lock(String answer) {
        return cipher.encrypt(answer, CONTEXT);
    }

    @Override
    public String unlock(byte[] stored) {
        return cipher.decrypt(stored, CONTEXT);
    }
}
