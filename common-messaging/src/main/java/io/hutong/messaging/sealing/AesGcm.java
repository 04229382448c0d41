package io.hutong.messaging.sealing;

import io.hutong.messaging.Cryptography;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a random 96-bit nonce and a 128-bit tag (NIST SP 800-38D). */
final class AesGcm {
    static final int NONCE_BYTES = 12;
    static final int KEY_BYTES = 32;
    static final int TAG_BYTES = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    static SecretKey newKey() {
        return key(random(KEY_BYTES));
    }

    static SecretKey key(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new SealingFailure("a key has 256 bits");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    static byte[] newNonce() {
        return random(NONCE_BYTES);
    }

    static byte[] seal(SecretKey key, byte[] nonce, byte[] bound, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new SealingFailure("cannot encrypt", e);
        }
    }

    static byte[] open(SecretKey key, byte[] nonce, byte[] bound, byte[] cipherText) {
        if (nonce.length != NONCE_BYTES || cipherText.length < TAG_BYTES) {
            throw new SealingFailure("cipher text is truncated");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(cipherText);
        } catch (AEADBadTagException e) {
            throw new SealingFailure("cipher text, key or binding was changed");
        } catch (GeneralSecurityException e) {
            throw new SealingFailure("cannot decrypt", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cryptography.aesGcm();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
