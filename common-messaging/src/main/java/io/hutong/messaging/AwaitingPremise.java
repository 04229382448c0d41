package io.hutong.messaging;

/** The event cannot be taken before another stream or a key arrives; its business waits and wakes by itself. */
public class AwaitingPremise extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AwaitingPremise(String message) {
        super(message);
    }
}
