package io.hutong.credit.sharing;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.consent.Outcome;
import io.hutong.credit.consent.SharingRules;
import io.hutong.events.Audience;
import io.hutong.events.CreditEvent.ProfileAccessed;
import io.hutong.events.ProfileLook;
import io.hutong.events.Sealed;
import io.hutong.identity.ConsentId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.TenureKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps that an institution looked at a business and what came of it, and states it; the stream is locked (PIPL art. 45). */
@ApplicationScoped
public class RecordLook {
    private final Looks looks;
    private final SharingRules rules;
    private final Outbox outbox;
    private final TenureKeys keys;
    private final CreditTime time;

    RecordLook(Looks looks, SharingRules rules, Outbox outbox, TenureKeys keys, CreditTime time) {
        this.looks = looks;
        this.rules = rules;
        this.outbox = outbox;
        this.keys = keys;
        this.time = time;
    }

    /** Many at public facts only. */
    void all(Collection<KnownBusiness> businesses, Look.By by) {
        keys.prefetch(
                businesses.stream().map(KnownBusiness::tenureId).distinct().toList());
        businesses.forEach(business -> one(business, by, Outcome.PUBLIC_ONLY, null));
    }

    /** Many, each told what it was looked at for on the business's own word. */
    public void delivered(Collection<KnownBusiness> businesses, Look.By by) {
        keys.prefetch(
                businesses.stream().map(KnownBusiness::tenureId).distinct().toList());
        businesses.forEach(business -> one(business, by, Outcome.DELIVERED, null));
    }

    void one(KnownBusiness business, Look.By by, Outcome outcome, @Nullable ConsentId consentId) {
        Instant now = time.now();
        UUID id = time.newId();
        looks.add(new Look(id, business.bizId(), business.tenureId(), by, now, outcome, consentId));
        var look = new ProfileLook(by.organisation(), by.purpose(), consentId, by.fields(), now);
        outbox.lock(business.bizId())
                .append(
                        new ProfileAccessed(
                                business.uscc(),
                                business.tenureId(),
                                Sealed.under(business.tenureId(), Audience.SHARING_DETAIL, look)),
                        new EventContext(
                                now, time.today(), business.registrar(), id, null, rules.version(time.today())));
    }
}
