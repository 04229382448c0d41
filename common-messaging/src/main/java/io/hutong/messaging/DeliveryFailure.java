package io.hutong.messaging;

/** The database or another part that delivery stands on failed; the cause tells which. */
public class DeliveryFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeliveryFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
