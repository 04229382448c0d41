package io.hutong.messaging.sealing;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;

/**
 * Wraps data keys for a recipient. An RSA decryption costs about 6 ms and a mass load makes tens of thousands of data keys,
 * so RSA-OAEP carries a transport key, used for at most an hour, and AES-256-GCM under it carries the data key, bound to
 * its kid and recipient. Form: version, length and bytes of the RSA part, nonce, cipher text.
 */
public final class KeyWrapping {
    private static final byte VERSION = 1;
    private static final int MOST_USES = 100_000;
    private static final long LONGEST_USE = Duration.ofHours(1).toNanos();

    private record Sending(PublicKey recipient, SecretKey key, byte[] encrypted, long since, int uses) {
        Sending used() {
            return new Sending(recipient, key, encrypted, since, uses + 1);
        }

        boolean fits(PublicKey current) {
            return recipient.equals(current) && uses < MOST_USES && System.nanoTime() - since <= LONGEST_USE;
        }
    }

    private final KeyRing keyRing;
    private final Map<String, Sending> sending = new ConcurrentHashMap<>();
    private final KeyCache received = new KeyCache(1_000, Duration.ofHours(1));

    public KeyWrapping(KeyRing keyRing) {
        this.keyRing = keyRing;
    }

    public String service() {
        return keyRing.service();
    }

    /** The data key for this recipient alone; empty while its public key is not known here. */
    public Optional<byte[]> wrap(SecretKey dataKey, KeyId kid, String recipient) {
        return keyRing.publicKeyOf(recipient).map(publicKey -> {
            Sending transport = transportKey(recipient, publicKey);
            byte[] nonce = AesGcm.newNonce();
            byte[] sealed = AesGcm.seal(transport.key(), nonce, bound(kid, recipient), dataKey.getEncoded());
            return ByteBuffer.allocate(3 + transport.encrypted().length + nonce.length + sealed.length)
                    .put(VERSION)
                    .putShort((short) transport.encrypted().length)
                    .put(transport.encrypted())
                    .put(nonce)
                    .put(sealed)
                    .array();
        });
    }

    /**
     * The data key, if it was wrapped for this service under this kid.
     *
     * @throws SealingFailure otherwise
     */
    public SecretKey unwrap(byte[] wrapped, KeyId kid) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(wrapped);
            if (buffer.get() != VERSION) {
                throw new SealingFailure("unknown form of a wrapped key");
            }
            byte[] encrypted = take(buffer, buffer.getShort());
            byte[] nonce = take(buffer, AesGcm.NONCE_BYTES);
            byte[] sealed = take(buffer, buffer.remaining());
            return AesGcm.key(AesGcm.open(opened(encrypted), nonce, bound(kid, keyRing.service()), sealed));
        } catch (BufferUnderflowException e) {
            throw new SealingFailure("a wrapped key is truncated", e);
        }
    }

    private Sending transportKey(String recipient, PublicKey publicKey) {
        Sending result = sending.compute(
                recipient,
                (name, current) -> current != null && current.fits(publicKey)
                        ? current.used()
                        : fresh(publicKey).used());
        return result;
    }

    private static Sending fresh(PublicKey publicKey) {
        SecretKey key = AesGcm.newKey();
        return new Sending(publicKey, key, RsaOaep.encrypt(publicKey, key.getEncoded()), System.nanoTime(), 0);
    }

    private SecretKey opened(byte[] encrypted) {
        String name = Base64.getEncoder().encodeToString(encrypted);
        return received.find(name).orElseGet(() -> {
            SecretKey key = AesGcm.key(keyRing.decrypt(encrypted));
            received.put(name, key);
            return key;
        });
    }

    private static byte[] take(ByteBuffer buffer, int length) {
        if (length < 0 || length > buffer.remaining()) {
            throw new SealingFailure("a wrapped key is truncated");
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    private static byte[] bound(KeyId kid, String recipient) {
        return (kid + "/" + recipient).getBytes(StandardCharsets.UTF_8);
    }
}
