package io.hutong.messaging;

/**
 * Encrypts personal columns at rest under the service's own column key, and makes keyed hashes to look them up by
 * (PIPL art. 51). The context (table and column) is bound into the cipher text.
 */
public interface ColumnCipher {
    byte[] encrypt(String plain, String context);

    String decrypt(byte[] cipher, String context);

    /** HMAC-SHA-256 of the text under the service's look-up key, as lower-case hexadecimal. */
    String lookup(String plain, String context);
}
