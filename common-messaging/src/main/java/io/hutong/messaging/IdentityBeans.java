package io.hutong.messaging;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Time and identifiers; a service or a test replaces the clock by a bean of its own. */
@Singleton
class IdentityBeans {
    private static final Logger LOG = Logger.getLogger(IdentityBeans.class);
    private static final String SIMULATED = "sim";

    private final Clock clock;

    IdentityBeans(@ConfigProperty(name = "hutong.clock.file") Optional<Path> file) {
        clock = SimulatedClock.chosen(file, ConfigUtils.isProfileActive(SIMULATED));
    }

    /** A process whose clock may not be ends at its start, before it serves anybody. */
    void atStart(@Observes StartupEvent starting) {
        if (clock instanceof SimulatedClock) {
            LOG.warnf("模拟时间 · simulated time: %s", clock.instant());
        }
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return clock;
    }

    @Produces
    @Singleton
    UuidV7 uuidV7(Clock time) {
        return new MonotonicUuidV7(time);
    }
}
