package io.hutong.credit.sharing.adapter;

import io.hutong.events.AgencyCode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests of one institution may wait at a time: each keeps a thread, and no institution needs more. */
@Singleton
class WaitingPlaces {
    private static final int EACH = 2;

    private final Map<AgencyCode, Integer> taken = new ConcurrentHashMap<>();

    /** Whether there was one. */
    boolean take(AgencyCode organisation) {
        boolean[] free = new boolean[1];
        taken.compute(organisation, (code, many) -> {
            int before = many == null ? 0 : many;
            free[0] = before < EACH;
            return free[0] ? before + 1 : many;
        });
        return free[0];
    }

    void leave(AgencyCode organisation) {
        taken.computeIfPresent(organisation, (code, many) -> many > 1 ? many - 1 : null);
    }
}
