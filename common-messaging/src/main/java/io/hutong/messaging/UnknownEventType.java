package io.hutong.messaging;

/** A type that this version of the contract does not know. */
public class UnknownEventType extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownEventType(String message) {
        super(message);
    }
}
