package io.hutong.credit.sharing;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.consent.ConnectedBanks;
import io.hutong.events.AgencyCode;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives an institution its changes in the order of their numbers, and takes its word that it has them. A number is given when a
 * change can be read for the first time: what commits later is numbered later, so that no reader ever passes one over.
 */
@ApplicationScoped
public class ReadFeed {
    private static final Feed NONE = new Feed(AgencyCode.of("FI-620702"), 0, 0, null);

    private final Feeds feeds;
    private final ConnectedBanks banks;
    private final CreditTime time;

    ReadFeed(Feeds feeds, ConnectedBanks banks, CreditTime time) {
        this.feeds = feeds;
        this.banks = banks;
        this.time = time;
    }

    /** Some changes, and how far the institution is. */
    public record Slice(List<FeedEntry> entries, long acknowledged, long last) {
        public Slice {
            entries = List.copyOf(entries);
        }
    }

    /** Changes behind that number, else behind the acknowledged one; what is acknowledged is not given again. */
    @Transactional
    public Slice handle(AgencyCode organisation, @Nullable Long after, int limit) {
        if (feeds.hasUnnumbered(organisation)) {
            feeds.lock(organisation).ifPresent(feeds::number);
        }
        Feed feed = feeds.find(organisation).orElse(NONE);
        long from = after == null ? feed.acknowledged() : Math.max(after, feed.acknowledged());
        List<FeedEntry> entries = feeds.after(organisation, from, limit);
        if (!entries.isEmpty()) {
            feeds.given(organisation, entries.get(entries.size() - 1).number());
        }
        return new Slice(entries, feed.acknowledged(), feed.last());
    }

    /** Everything up to that number has arrived; a lower one than before changes nothing. */
    @Transactional
    public Feed acknowledge(AgencyCode organisation, long upTo) {
        Feed feed = feeds.lock(organisation).orElse(NONE);
        if (upTo < 0 || upTo > feeds.given(organisation)) {
            throw Problem.of(
                    CommonProblems.INVALID_REQUEST,
                    "只能确认已经收到的变化。",
                    "Only changes that were given can be acknowledged.",
                    new Violation("/upTo", "feed.not-given", "该序号尚未提供", "this number has not been given"));
        }
        if (upTo <= feed.acknowledged()) {
            return feed;
        }
        Feed acknowledged = feed.acknowledged(upTo, time.now());
        feeds.acknowledge(acknowledged);
        return acknowledged;
    }

    /** An institution that was told that a decision ended; its word is awaited while it is connected and follows the business. */
    public record ToldOfEnd(
            AgencyCode organisation,
            boolean awaited,
            Instant at,
            @Nullable Instant acknowledgedAt) {}

    /** Who was told that this decision is no longer to be held against its business. */
    @Transactional
    public List<ToldOfEnd> toldOfEnd(UUID subjectId) {
        return feeds.about(subjectId).stream()
                .filter(told -> told.kind().ends())
                .map(told -> new ToldOfEnd(
                        told.organisation(),
                        told.follows() && banks.isConnected(told.organisation()),
                        told.at(),
                        told.acknowledgedAt()))
                .toList();
    }

    /** Institutions that ever followed a business, and are connected. */
    @Transactional
    public List<AgencyCode> connected() {
        return feeds.organisations().stream().filter(banks::isConnected).toList();
    }

    /** How far every institution is. */
    @Transactional
    public List<Feed.State> states() {
        return feeds.all();
    }
}
