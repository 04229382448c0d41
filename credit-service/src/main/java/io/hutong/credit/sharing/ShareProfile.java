package io.hutong.credit.sharing;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.consent.Consent;
import io.hutong.credit.consent.Outcome;
import io.hutong.credit.consent.UseConsent;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Tells an institution about one business, free of charge: what is public always, and what it consented to at this moment. Each
 * look is recorded whatever comes of it (notice 2021 no. 52; PIPL art. 14, 15, 23).
 */
@ApplicationScoped
public class ShareProfile {
    /** Who looks at which business, and how. */
    public record Command(UnifiedSocialCreditCode uscc, Look.By by) {}

    /**
     * Hands a profile over. It is called within the transaction, while stream and consent are locked: what was withdrawn before
     * is not handed over, and who withdraws waits as long as this takes.
     */
    public interface Delivery {
        void deliver(Profile profile);
    }

    private final Businesses businesses;
    private final AskedTerms asked;
    private final FactSheet facts;
    private final UseConsent consents;
    private final RecordLook looks;
    private final Outbox outbox;

    ShareProfile(
            Businesses businesses,
            AskedTerms asked,
            FactSheet facts,
            UseConsent consents,
            RecordLook looks,
            Outbox outbox) {
        this.businesses = businesses;
        this.asked = asked;
        this.facts = facts;
        this.consents = consents;
        this.looks = looks;
        this.outbox = outbox;
    }

    /** What can be refused before anything is handed over. */
    public void check(String purpose, List<String> fields, int many) {
        asked.check(purpose, fields, many);
    }

    /** Whether it is there at all. */
    @Transactional
    public boolean knows(UnifiedSocialCreditCode uscc) {
        return businesses.find(uscc).isPresent();
    }

    /** One business in a transaction of its own; false where nobody has that code. */
    @Transactional
    public boolean handle(Command command, Delivery delivery) {
        KnownBusiness business = businesses.find(command.uscc()).orElse(null);
        if (business == null) {
            return false;
        }
        // the stream before the consent, as everybody who ends one
        outbox.lock(business.bizId());
        KnownBusiness present = businesses.find(business.bizId()).orElseThrow();
        Profile.Consented consented = consented(present, command.by());
        looks.one(present, command.by(), consented.outcome(), consented.consentId());
        FactSheet.Open open = facts.open(present);
        delivery.deliver(new Profile(present.uscc(), open.facts(), open.unknown(), consented));
        return true;
    }

    private Profile.Consented consented(KnownBusiness business, Look.By by) {
        List<String> fields = asked.needingConsent(by.fields());
        if (fields.isEmpty()) {
            return new Profile.Consented(Outcome.PUBLIC_ONLY, null, null, List.of());
        }
        UseConsent.Use use = consents.handle(new UseConsent.Command(business, by.organisation(), by.purpose(), fields));
        Consent consent = use.consent();
        return new Profile.Consented(
                use.outcome(),
                consent == null ? null : consent.id(),
                consent == null ? null : consent.callsLeft(),
                use.outcome() == Outcome.DELIVERED ? facts.consented(business, fields) : List.of());
    }
}
