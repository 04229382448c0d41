package io.hutong.messaging;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Where ciphers and digests come from: the native provider of Amazon Corretto where it runs, because Java's own is fast only
 * with the second compiler, which the services do without; else Java's own. Both compute the same.
 */
public final class Cryptography {
    private static final String SHA_256 = "SHA-256";
    private static final String AES_GCM = "AES/GCM/NoPadding";
    private static final String HMAC_SHA_256 = "HmacSHA256";
    private static final @Nullable Provider FAST = fast();

    private Cryptography() {}

    public static MessageDigest sha256() {
        try {
            return FAST == null ? MessageDigest.getInstance(SHA_256) : MessageDigest.getInstance(SHA_256, FAST);
        } catch (GeneralSecurityException e) {
            throw missing(SHA_256, e);
        }
    }

    public static Cipher aesGcm() {
        try {
            return FAST == null ? Cipher.getInstance(AES_GCM) : Cipher.getInstance(AES_GCM, FAST);
        } catch (GeneralSecurityException e) {
            throw missing(AES_GCM, e);
        }
    }

    public static Mac hmacSha256() {
        try {
            return FAST == null ? Mac.getInstance(HMAC_SHA_256) : Mac.getInstance(HMAC_SHA_256, FAST);
        } catch (GeneralSecurityException e) {
            throw missing(HMAC_SHA_256, e);
        }
    }

    /** Whether the native provider is in use. */
    static boolean isFast() {
        return FAST != null;
    }

    private static IllegalStateException missing(String name, GeneralSecurityException e) {
        return new IllegalStateException("every Java has " + name, e);
    }

    /** On another platform its library cannot be loaded, and it says so. */
    private static @Nullable Provider fast() {
        AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
        return provider.getLoadingError() == null ? provider : null;
    }
}
