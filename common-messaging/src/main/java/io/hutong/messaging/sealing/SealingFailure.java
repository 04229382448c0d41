package io.hutong.messaging.sealing;

/** Cipher text, key or binding is not what was sealed: somebody changed it, or the keys do not belong together. */
public class SealingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SealingFailure(String message) {
        super(message);
    }

    public SealingFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
