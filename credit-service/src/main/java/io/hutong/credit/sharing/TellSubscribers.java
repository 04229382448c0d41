package io.hutong.credit.sharing;

import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.abnormallist.AbnormalEntry.Decision;
import io.hutong.credit.abnormallist.ListConsequences;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes changes of the list for the institutions that subscribed, in the transaction of the decision: one look for subscribers
 * and one write, however many there are.
 */
@ApplicationScoped
class TellSubscribers implements ListConsequences {
    private final Businesses businesses;
    private final Feeds feeds;
    private final CreditTime time;

    TellSubscribers(Businesses businesses, Feeds feeds, CreditTime time) {
        this.businesses = businesses;
        this.feeds = feeds;
        this.time = time;
    }

    @Override
    public void listed(List<AbnormalEntry> entries) {
        tell(entries.stream()
                .map(entry -> new Change(entry.bizId(), FeedEntry.Kind.ABNORMAL_LISTED, facts(entry, entry.listing())))
                .toList());
    }

    @Override
    public void removed(AbnormalEntry entry) {
        Decision removal = Objects.requireNonNull(entry.removal()).decision();
        tell(List.of(new Change(entry.bizId(), FeedEntry.Kind.ABNORMAL_REMOVED, facts(entry, removal))));
    }

    /** Of which business, and what. */
    record Change(BizId bizId, FeedEntry.Kind kind, Map<String, String> facts) {}

    void tell(List<Change> changes) {
        Map<BizId, List<AgencyCode>> subscribers =
                feeds.subscribers(changes.stream().map(Change::bizId).distinct().toList());
        if (subscribers.isEmpty()) {
            return;
        }
        Map<BizId, KnownBusiness> known = businesses.find(subscribers.keySet());
        List<FeedEntry.Addressed> news = new ArrayList<>();
        for (Change change : changes) {
            for (AgencyCode organisation : subscribers.getOrDefault(change.bizId(), List.of())) {
                KnownBusiness business = Objects.requireNonNull(known.get(change.bizId()));
                news.add(new FeedEntry.Addressed(
                        organisation,
                        new FeedEntry.News(business.bizId(), business.uscc(), change.kind(), change.facts())));
            }
        }
        feeds.append(news, time.now());
    }

    private static Map<String, String> facts(AbnormalEntry entry, Decision decision) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("entryId", entry.id().value());
        facts.put("ground", entry.cause().ground().name());
        Integer year = entry.cause().reportYear();
        if (year != null) {
            facts.put("reportYear", year.toString());
        }
        facts.put("decisionNo", decision.number());
        facts.put("on", decision.on().toString());
        return facts;
    }
}
