package io.hutong.credit.consent;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.CreditEvent.ConsentEnded.Why;
import io.hutong.events.CreditEvent.ConsentGranted;
import io.hutong.identity.BizId;
import io.hutong.identity.ConsentId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Takes the consent of a business. One that it gave before to the same institution for the same purpose is superseded on the first
 * day of the new one, and at once if nothing would be left of it (PIPL art. 14, 23).
 */
@ApplicationScoped
public class GiveConsent {
    /** What the operator agreed to. */
    public record Command(BizId bizId, Consent.Terms terms) {}

    private final Businesses businesses;
    private final Consents consents;
    private final ConsentTerms terms;
    private final EndConsent end;
    private final SharingRules rules;
    private final Outbox outbox;
    private final CreditTime time;

    GiveConsent(
            Businesses businesses,
            Consents consents,
            ConsentTerms terms,
            EndConsent end,
            SharingRules rules,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.consents = consents;
        this.terms = terms;
        this.end = end;
        this.rules = rules;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Consent handle(Command command) {
        Outbox.Stream stream = outbox.lock(command.bizId());
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        if (business.status().terminal()) {
            throw CreditProblems.ended(business.status());
        }
        CreditProblems.refuse(terms.defects(command.terms()));
        supersede(business, command.terms());
        Consent given = new Consent(
                new ConsentId(time.newId()),
                business.bizId(),
                business.tenureId(),
                command.terms(),
                Consent.Status.ACTIVE,
                0,
                time.now(),
                null);
        consents.add(given);
        state(stream, business, given);
        return given;
    }

    private void supersede(KnownBusiness business, Consent.Terms newer) {
        consents.active(business.bizId()).stream()
                .filter(before -> before.isFor(newer.recipient(), newer.purpose()))
                .filter(before -> before.coveredFrom(newer.from(), time.today()))
                .flatMap(before -> consents.lock(before.id()).stream())
                .filter(Consent::active)
                .forEach(before -> end.end(before, Why.SUPERSEDED, business));
    }

    private void state(Outbox.Stream stream, KnownBusiness business, Consent given) {
        stream.append(
                new ConsentGranted(
                        given.id(),
                        business.uscc(),
                        given.tenureId(),
                        given.sealedScope(),
                        given.terms().from(),
                        given.terms().to()),
                new EventContext(
                        given.givenAt(),
                        given.terms().from(),
                        business.registrar(),
                        given.id().uuid(),
                        null,
                        rules.version(time.today())));
    }
}
