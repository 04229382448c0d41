package io.hutong.messaging;

import io.hutong.identity.BizId;
import java.time.Duration;
import java.util.Set;

/**
 * How much of what other services stated has taken effect here, for whoever has to tell silence from ignorance: a service that
 * still catches up, or in which an event of the business waits, does not know that there is nothing.
 */
public interface HeardSources {
    /**
     * The sources, such as {@code /tax}, of which nothing that concerns the business is missing: the source's log was found taken
     * to its end at most so long ago, but for its last minute, and nothing of the business is parked.
     */
    Set<String> heard(BizId bizId, Duration within);
}
