package io.hutong.registration.register;

import io.hutong.events.RegistrationEvent;
import io.hutong.registration.duty.TrackedChange;
import java.time.LocalDate;

/** One change about to be registered: what it is, when it takes legal effect, what it touches, and how others hear of it. */
public record Amendment(
        TrackedChange.Subject subject,
        LocalDate effectiveOn,
        StatePatch patch,
        RegistrationEvent.OfChange event,
        Origin origin) {}
