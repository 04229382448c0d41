package io.hutong.messaging.sealing;

import io.hutong.messaging.ColumnCipher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Columns as version, nonce and AES-256-GCM cipher text bound to their context; look-ups as HMAC-SHA-256. */
final class AesColumnCipher implements ColumnCipher {
    private static final byte VERSION = 1;
    private static final int START = 1 + AesGcm.NONCE_BYTES;

    private final KeyRing keyRing;

    AesColumnCipher(KeyRing keyRing) {
        this.keyRing = keyRing;
    }

    @Override
    public byte[] encrypt(String plain, String context) {
        byte[] nonce = AesGcm.newNonce();
        byte[] cipherText = AesGcm.seal(keyRing.columnKey(), nonce, utf8(context), utf8(plain));
        return ByteBuffer.allocate(START + cipherText.length)
                .put(VERSION)
                .put(nonce)
                .put(cipherText)
                .array();
    }

    @Override
    public String decrypt(byte[] cipher, String context) {
        if (cipher.length < START || cipher[0] != VERSION) {
            throw new SealingFailure("no encrypted column of a form known here");
        }
        byte[] nonce = Arrays.copyOfRange(cipher, 1, START);
        byte[] cipherText = Arrays.copyOfRange(cipher, START, cipher.length);
        return new String(AesGcm.open(keyRing.columnKey(), nonce, utf8(context), cipherText), StandardCharsets.UTF_8);
    }

    @Override
    public String lookup(String plain, String context) {
        byte[] length =
                ByteBuffer.allocate(Integer.BYTES).putInt(utf8(context).length).array();
        return HexFormat.of()
                .formatHex(HmacSha256.of(keyRing.lookupKey(), utf8("column"), length, utf8(context), utf8(plain)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
