package io.hutong.credit.sharing;

import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who subscribed to which businesses, and the changes for each of them. */
public interface Feeds {
    /** Makes the feed of an institution on its first subscription. */
    void open(AgencyCode organisation);

    /** Follows these for that purpose, each under the operator that it has now; one that is followed already stays as it is. */
    void subscribe(AgencyCode organisation, String purpose, Collection<KnownBusiness> businesses, Instant at);

    void cancel(AgencyCode organisation, Collection<BizId> businesses);

    /** Who subscribed to each of these; nobody is not named. */
    Map<BizId, List<AgencyCode>> subscribers(Collection<BizId> businesses);

    /** Without a number: it is given by the first read that can see the change. */
    void append(List<FeedEntry.Addressed> news, Instant at);

    /** The last word about a decision for each institution that was told of it. */
    List<Told> about(UUID subjectId);

    /** Whether the institution still follows the business, and when it said that it has the word. */
    record Told(
            AgencyCode organisation,
            FeedEntry.Kind kind,
            Instant at,
            boolean follows,
            @Nullable Instant acknowledgedAt) {}

    Optional<Feed> find(AgencyCode organisation);

    /** The same, and so it stays until the transaction ends. */
    Optional<Feed> lock(AgencyCode organisation);

    boolean hasUnnumbered(AgencyCode organisation);

    /** Numbers what is committed without a number in the order in which it was written; the feed is locked. */
    void number(Feed locked);

    List<FeedEntry> after(AgencyCode organisation, long number, int limit);

    void acknowledge(Feed acknowledged);

    List<Feed.State> all();

    /** Every institution that has a feed. */
    List<AgencyCode> organisations();

    /** Changes up to that number were handed over. */
    void given(AgencyCode organisation, long upTo);

    /** The highest number handed over. */
    long given(AgencyCode organisation);
}
