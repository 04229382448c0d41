package io.hutong.messaging;

/** The body of an event does not fit its type. The message names places, never values. */
public class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String message) {
        super(message);
    }
}
