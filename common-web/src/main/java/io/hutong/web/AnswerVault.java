package io.hutong.web;

/**
 * Protects what idempotency keeps of requests and answers, since both may hold personal data. A service that handles
 * such data provides a CDI bean with its own column key; the default keeps plain text and plain SHA-256.
 */
public interface AnswerVault {

    /** Fixed-length fingerprint (64 hexadecimal characters) of a request's canonical JSON. */
    String digest(String canonicalRequest);

    byte[] lock(String answer);

    String unlock(byte[] stored);
}
