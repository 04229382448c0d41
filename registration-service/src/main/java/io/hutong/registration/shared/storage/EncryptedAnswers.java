package io.hutong.registration.shared.storage;

import io.hutong.messaging.ColumnCipher;
import io.hutong.web.AnswerVault;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps requests and answers under Idempotency-Keys encrypted, since they name persons. */
@ApplicationScoped
class EncryptedAnswers implements AnswerVault {
    private static final String BODY = "idempotency_key.body";
    private static final String DIGEST = "idempotency_key.digest";

    private final ColumnCipher cipher;

    EncryptedAnswers(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public String digest(String canonicalRequest) {
        return cipher.lookup(canonicalRequest, DIGEST);
    }

    @Override
    public byte[] lock(String answer) {
        return cipher.encrypt(answer, BODY);
    }

    @Override
    public String unlock(byte[] stored) {
        return cipher.decrypt(stored, BODY);
    }
}
