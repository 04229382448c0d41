package io.hutong.messaging;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Time and identifiers; a service or a test replaces the clock by a bean of its own. */
@ApplicationScoped
class IdentityBeans {

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    UuidV7 uuidV7(Clock clock) {
        return new MonotonicUuidV7(clock);
    }
}
