package io.hutong.messaging.inbox;

/** Something that every event needs is not there: wait and try the whole batch again. Nothing is ever parked for it. */
final class InfrastructureFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InfrastructureFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
