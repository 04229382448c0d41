package io.hutong.exchange.intake.adapter;

import io.hutong.exchange.intake.IntakeLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the intake; the rate is per agency and instance. */
@ConfigMapping(prefix = "hutong.exchange.intake")
interface IntakeConfig {
    @WithDefault("500")
    int eventsPerSecond();

    @WithDefault("10")
    int burstSeconds();

    @WithDefault("1000")
    int maxBatch();

    @WithDefault("65536")
    int maxEventBytes();

    default IntakeLimits limits() {
        return new IntakeLimits(eventsPerSecond(), burstSeconds(), maxBatch(), maxEventBytes());
    }
}
