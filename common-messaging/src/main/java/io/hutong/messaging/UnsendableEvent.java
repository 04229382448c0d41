package io.hutong.messaging;

/** An event that its own schema or the size limit forbids; its transaction must roll back (HTTP 422). */
public class UnsendableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsendableEvent(String message) {
        super(message);
    }
}
