package io.hutong.testing.sample.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** A use case as it should be. */
@ApplicationScoped
public class OpenBusiness {
    private final Clock clock;

    public OpenBusiness(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    public Instant handle() {
        return clock.instant();
    }
}
