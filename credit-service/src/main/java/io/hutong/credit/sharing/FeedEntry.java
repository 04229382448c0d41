package io.hutong.credit.sharing;

import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One change of a business for one institution that subscribed to it; the numbers of an institution have no gap. */
public record FeedEntry(long number, News news, Instant madeAt) {

    /** What changed; {@code facts} are public. */
    public record News(BizId bizId, UnifiedSocialCreditCode uscc, Kind kind, Map<String, String> facts) {
        public News {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }
    }

    /** News for one of those who subscribed. */
    public record Addressed(AgencyCode organisation, News news) {}

    /** What can change. */
    public enum Kind {
        ABNORMAL_LISTED,
        ABNORMAL_REMOVED,
        STATUS_CHANGED
    }
}
