package io.hutong.messaging.sealing;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** RSA-OAEP with SHA-256 for both the digest and the mask (RFC 8017; JOSE name RSA-OAEP-256). */
final class RsaOaep {
    private static final OAEPParameterSpec SHA256 =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private RsaOaep() {}

    static byte[] encrypt(PublicKey key, byte[] plain) {
        return apply(Cipher.ENCRYPT_MODE, key, plain);
    }

    static byte[] decrypt(PrivateKey key, byte[] encrypted) {
        return apply(Cipher.DECRYPT_MODE, key, encrypted);
    }

    private static byte[] apply(int mode, Key key, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(mode, key, SHA256);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new SealingFailure("the key is not wrapped for this service", e);
        }
    }
}
