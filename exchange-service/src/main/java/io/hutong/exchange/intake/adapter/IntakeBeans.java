package io.hutong.exchange.intake.adapter;

import io.hutong.exchange.intake.IntakeLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

@ApplicationScoped
class IntakeBeans {

    @Produces
    @Singleton
    IntakeLimits limits(IntakeConfig config) {
        return config.limits();
    }
}
