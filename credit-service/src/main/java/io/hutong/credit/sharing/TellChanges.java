package io.hutong.credit.sharing;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.consent.SharingRules;
import io.hutong.credit.sharing.FeedEntry.News;
import io.hutong.events.AgencyCode;
import io.hutong.events.CreditEvent.ProfileUpdated;
import io.hutong.events.ProfileLayer;
import io.hutong.identity.BizId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes of businesses for the institutions that follow them, and states which fields of a profile changed; all in the
 * transaction of the fact, the streams of the businesses locked.
 */
@ApplicationScoped
class TellChanges {
    private final Businesses businesses;
    private final Feeds feeds;
    private final SharingRules rules;
    private final Outbox outbox;
    private final CreditTime time;

    TellChanges(Businesses businesses, Feeds feeds, SharingRules rules, Outbox outbox, CreditTime time) {
        this.businesses = businesses;
        this.feeds = feeds;
        this.rules = rules;
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * Fields of the profile of a business that changed, and what those who follow it read of that; nothing where there is none.
     * Where no field changed the record was not public any more: only who was told of it before reads how it ended.
     */
    record Change(
            BizId bizId, List<String> fields, @Nullable Word word) {}

    /** What is read: of which kind, about which decision, with which public facts. */
    record Word(FeedEntry.Kind kind, @Nullable UUID subjectId, Map<String, String> facts) {}

    /** However many there are, subscribers are looked up once and written for once. */
    void tell(List<Change> changes) {
        List<BizId> subjects = changes.stream().map(Change::bizId).distinct().toList();
        Map<BizId, KnownBusiness> known = businesses.find(subjects);
        write(changes, known, subjects);
        changes.forEach(change -> state(Objects.requireNonNull(known.get(change.bizId())), change.fields()));
    }

    private void write(List<Change> changes, Map<BizId, KnownBusiness> known, Collection<BizId> subjects) {
        Map<BizId, List<AgencyCode>> subscribers = feeds.subscribers(subjects);
        List<FeedEntry.Addressed> news = new ArrayList<>();
        for (Change change : changes) {
            Word word = change.word();
            if (word != null) {
                KnownBusiness business = Objects.requireNonNull(known.get(change.bizId()));
                List<AgencyCode> following = subscribers.getOrDefault(change.bizId(), List.of());
                for (AgencyCode organisation : change.fields().isEmpty() ? toldOf(word, following) : following) {
                    news.add(new FeedEntry.Addressed(
                            organisation,
                            new News(business.bizId(), business.uscc(), word.kind(), word.subjectId(), word.facts())));
                }
            }
        }
        if (!news.isEmpty()) {
            feeds.append(news, time.now());
        }
    }

    private List<AgencyCode> toldOf(Word word, List<AgencyCode> following) {
        List<AgencyCode> told = feeds.about(Objects.requireNonNull(word.subjectId())).stream()
                .map(Feeds.Told::organisation)
                .toList();
        return following.stream().filter(told::contains).toList();
    }

    /** One event for each layer; who reads it asks for what it wants. */
    private void state(KnownBusiness business, List<String> fields) {
        LocalDate today = time.today();
        for (ProfileLayer layer : ProfileLayer.values()) {
            List<String> changed = rules.fields(SharingRules.Layer.valueOf(layer.name()), today).stream()
                    .filter(fields::contains)
                    .toList();
            if (!changed.isEmpty()) {
                Outbox.Stream stream = outbox.lock(business.bizId());
                int version = Math.toIntExact(stream.position().version() + 1);
                stream.append(
                        new ProfileUpdated(business.uscc(), layer, changed, version),
                        new EventContext(
                                time.now(), today, business.registrar(), time.newId(), null, rules.version(today)));
            }
        }
    }
}
