package io.hutong.messaging.sealing;

import io.hutong.messaging.Cryptography;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256, also as the expansion step of HKDF (RFC 5869) for one block. */
final class HmacSha256 {
    private static final String NAME = "HmacSHA256";

    private HmacSha256() {}

    static byte[] of(SecretKey key, byte[]... parts) {
        try {
            Mac mac = Cryptography.hmacSha256();
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new SealingFailure("cannot compute a keyed hash", e);
        }
    }

    /** HKDF-Expand to 256 bits: T(1) = HMAC(key, label | 0x01). */
    static SecretKey derive(SecretKey key, byte[] label) {
        return new SecretKeySpec(of(key, label, new byte[] {1}), NAME);
    }
}
