package io.hutong.credit.repair;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One system that showed a fact: since when it has been told the last state, and when it said that it shows that. */
public record Acknowledgement(
        String channel, Instant since, @Nullable Instant acknowledgedAt) {}
