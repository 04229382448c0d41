package io.hutong.exchange.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a service made of an event: applied, or refused for a reason. */
public record Settlement(
        String service, String outcome, @Nullable String reason, Instant at) {}
