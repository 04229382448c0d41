package io.hutong.credit.sharing.adapter;

import io.hutong.events.AgencyCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests of one kind each institution may have under way at a time, where each keeps a thread. */
final class Places {
    private final int each;
    private final Map<AgencyCode, Integer> taken = new ConcurrentHashMap<>();

    Places(int each) {
        this.each = each;
    }

    /** Whether there was one. */
    boolean take(AgencyCode organisation) {
        boolean[] free = new boolean[1];
        taken.compute(organisation, (code, many) -> {
            int before = many == null ? 0 : many;
            free[0] = before < each;
            return free[0] ? Integer.valueOf(before + 1) : many;
        });
        return free[0];
    }

    void leave(AgencyCode organisation) {
        taken.computeIfPresent(organisation, (code, many) -> many > 1 ? many - 1 : null);
    }
}
