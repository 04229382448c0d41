package io.hutong.events;

/** State of a business in the register. */
public enum BusinessStatus {
    ACTIVE(false),
    SUSPENDED(false),
    SIMPLE_DEREG_PENDING(false),
    SEPARATE_REGISTER(false),
    LICENCE_REVOKED(false),
    REGISTRATION_ANNULLED(true),
    DEREGISTERED(true),
    CONVERTED(true),
    MIGRATED_OUT(true);

    private final boolean terminal;

    BusinessStatus(boolean terminal) {
        this.terminal = terminal;
    }

    /** A terminal state ends commands, not the stream: corrections still arrive and apply. */
    public boolean terminal() {
        return terminal;
    }
}
