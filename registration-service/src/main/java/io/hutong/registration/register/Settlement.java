package io.hutong.registration.register;

import io.hutong.events.RegistrationEvent.AgencyEventSettled.Outcome;
import org.jspecify.annotations.Nullable;

/** What became of another agency's event: the register acts on it, or not for the reason that the code names. */
public record Settlement(Outcome outcome, @Nullable String reason) {
    private static final Settlement APPLIED = new Settlement(Outcome.APPLIED, null);

    public static Settlement applied() {
        return APPLIED;
    }

    public static Settlement refused(String reason) {
        return new Settlement(Outcome.REFUSED, reason);
    }
}
