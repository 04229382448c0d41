package io.hutong.credit.sharing;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Subscribes an institution to changes of businesses, or ends that. The streams of the businesses are locked, as in everything that
 * changes one: a change is either there for a look taken afterwards, or comes in the feed.
 */
@ApplicationScoped
public class Subscribe {
    private static final List<String> CHANGES = List.of(
            "name",
            "operatorName",
            "status",
            "scope",
            "premises",
            "abnormalEntry",
            "penalty",
            "seriousEntry",
            "permit",
            "publishedTaxArrears");

    /** Who wants to be told about which businesses. */
    public record Command(Look.By by, List<UnifiedSocialCreditCode> businesses) {
        public Command {
            businesses = List.copyOf(businesses);
        }

        /** The fields that a subscription is about. */
        public static List<String> fields() {
            return CHANGES;
        }
    }

    /** How many are followed now that were named, and which codes nobody has. */
    public record Subscribed(int businesses, List<UnifiedSocialCreditCode> unknown) {}

    private final Businesses businesses;
    private final Feeds feeds;
    private final RecordLook looks;
    private final AskedTerms asked;
    private final Outbox outbox;
    private final CreditTime time;

    Subscribe(Businesses businesses, Feeds feeds, RecordLook looks, AskedTerms asked, Outbox outbox, CreditTime time) {
        this.businesses = businesses;
        this.feeds = feeds;
        this.looks = looks;
        this.asked = asked;
        this.outbox = outbox;
        this.time = time;
    }

    /** To say once more that it follows a business is no other look at it. */
    @Transactional
    public Subscribed handle(Command command) {
        Look.By by = command.by();
        asked.check(by.purpose(), by.fields(), command.businesses().size());
        Map<BizId, KnownBusiness> found = find(command.businesses());
        outbox.lockAll(found.keySet());
        feeds.open(by.organisation());
        Map<BizId, List<AgencyCode>> before = feeds.subscribers(found.keySet());
        List<KnownBusiness> added = found.values().stream()
                .filter(business ->
                        !before.getOrDefault(business.bizId(), List.of()).contains(by.organisation()))
                .toList();
        feeds.subscribe(by.organisation(), by.purpose(), added, time.now());
        looks.all(added, by);
        return subscribed(command, found);
    }

    /** Nothing more is written for it; what is written already is still there to be read. */
    @Transactional
    public Subscribed cancel(Command command) {
        asked.check(
                command.by().purpose(),
                command.by().fields(),
                command.businesses().size());
        Map<BizId, KnownBusiness> found = find(command.businesses());
        outbox.lockAll(found.keySet());
        feeds.cancel(command.by().organisation(), found.keySet());
        return subscribed(command, found);
    }

    private Map<BizId, KnownBusiness> find(List<UnifiedSocialCreditCode> codes) {
        Map<BizId, KnownBusiness> found = new LinkedHashMap<>();
        codes.stream()
                .distinct()
                .flatMap(code -> businesses.find(code).stream())
                .forEach(business -> found.put(business.bizId(), business));
        return found;
    }

    private static Subscribed subscribed(Command command, Map<BizId, KnownBusiness> found) {
        List<UnifiedSocialCreditCode> known =
                found.values().stream().map(KnownBusiness::uscc).toList();
        return new Subscribed(
                found.size(),
                command.businesses().stream()
                        .distinct()
                        .filter(code -> !known.contains(code))
                        .toList());
    }
}
