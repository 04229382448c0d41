package io.hutong.credit.sharing;

import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of a business for one institution that subscribed to it; the numbers of an institution have no gap. */
public record FeedEntry(long number, News news, Instant madeAt) {

    /** What changed, and of which decision where it is about one; {@code facts} are public. */
    public record News(
            BizId bizId,
            UnifiedSocialCreditCode uscc,
            Kind kind,
            @Nullable UUID subjectId,
            Map<String, String> facts) {
        public News {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }
    }

    /** News for one of those who subscribed. */
    public record Addressed(AgencyCode organisation, News news) {}

    /** What can change. */
    public enum Kind {
        ABNORMAL_LISTED,
        ABNORMAL_PUBLICATION_ENDED,
        ABNORMAL_REMOVED,
        PENALTY_PUBLISHED,
        PENALTY_PUBLICATION_ENDED,
        PENALTY_WITHDRAWN,
        SERIOUS_LISTED,
        SERIOUS_REMOVED,
        STATUS_CHANGED,
        /** Name, operator, scope or premises. */
        FACTS_CHANGED,
        /** Permits or announced arrears: which, and what happened to them. */
        RECORDS_CHANGED;

        /** Whether it tells that a decision is no longer to be held against the business. */
        boolean ends() {
            return switch (this) {
                case ABNORMAL_REMOVED, PENALTY_PUBLICATION_ENDED, PENALTY_WITHDRAWN, SERIOUS_REMOVED -> true;
                case ABNORMAL_LISTED,
                        ABNORMAL_PUBLICATION_ENDED,
                        PENALTY_PUBLISHED,
                        SERIOUS_LISTED,
                        STATUS_CHANGED,
                        FACTS_CHANGED,
                        RECORDS_CHANGED -> false;
            };
        }
    }
}
