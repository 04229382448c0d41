package io.hutong.exchange.intake;

import io.hutong.exchange.agency.RegisteredAgency;
import java.util.Optional;

/**
 * How much an agency may send.
 *
 * @param eventsPerSecond unless the agency has a rate of its own
 * @param burstSeconds of that rate at once, and at least one full batch
 * @param batch the most events in one request
 * @param eventBytes the most bytes of one event
 */
public record IntakeLimits(int eventsPerSecond, int burstSeconds, int batch, int eventBytes) {

    int rateOf(RegisteredAgency agency) {
        return Optional.ofNullable(agency.profile().eventsPerSecond()).orElse(eventsPerSecond);
    }

    int burstOf(RegisteredAgency agency) {
        return (int) Math.max(batch, Math.min(Integer.MAX_VALUE, (long) rateOf(agency) * burstSeconds));
    }
}
