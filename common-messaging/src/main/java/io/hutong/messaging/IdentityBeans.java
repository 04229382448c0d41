package io.hutong.messaging;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
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
    /** The scheduler begins at {@code PLATFORM_BEFORE}. */
    private static final int BEFORE_ALL_WORK = Interceptor.Priority.PLATFORM_BEFORE - 1;

    private final Clock clock;

    IdentityBeans(@ConfigProperty(name = "hutong.clock.file") Optional<Path> file) {
        clock = SimulatedClock.chosen(file, ConfigUtils.isProfileActive(SIMULATED));
    }

    /** A process whose clock may not be, or not with these data, ends at its start, before workers, relays and readers begin. */
    void atStart(@Observes @Priority(BEFORE_ALL_WORK) StartupEvent starting, DatedData data) {
        boolean simulated = clock instanceof SimulatedClock;
        if (simulated) {
            LOG.warnf("模拟时间 · simulated time: %s", clock.instant());
        }
        data.goOnIn(simulated ? TimeKind.SIMULATED : TimeKind.REAL);
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
