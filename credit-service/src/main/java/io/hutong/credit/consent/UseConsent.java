package io.hutong.credit.consent;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.consent.SharingRules.Layer;
import io.hutong.events.AgencyCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an institution may be told fields of a business at this moment, and counts the call. It runs in the caller's
 * transaction, in which the stream is locked, and keeps the consent locked until that ends: what is handed over before is handed over
 * before any withdrawal.
 */
@ApplicationScoped
public class UseConsent {
    /** Who asks for what, and what for. */
    public record Command(KnownBusiness business, AgencyCode recipient, String purpose, List<String> fields) {
        public Command {
            fields = List.copyOf(fields);
        }
    }

    /** What came of it, and the consent that it was held against; counted already when it was used. */
    public record Use(Outcome outcome, @Nullable Consent consent) {}

    private final Businesses businesses;
    private final Consents consents;
    private final SharingRules rules;
    private final CreditTime time;

    UseConsent(Businesses businesses, Consents consents, SharingRules rules, CreditTime time) {
        this.businesses = businesses;
        this.consents = consents;
        this.rules = rules;
        this.time = time;
    }

    public Use handle(Command command) {
        if (command.fields().stream().anyMatch(rules.fields(Layer.L3, time.today())::contains)) {
            return new Use(Outcome.FIELD_NEVER_SHARED, null);
        }
        Consent consent =
                holding(command).flatMap(found -> consents.lock(found.id())).orElse(null);
        if (consent == null) {
            return new Use(Outcome.NO_CONSENT, null);
        }
        Outcome outcome = outcome(consent, command);
        if (outcome != Outcome.DELIVERED) {
            return new Use(outcome, consent);
        }
        Consent used = consent.used();
        consents.change(used);
        return new Use(outcome, used);
    }

    /** Of the active ones the last that has begun; where none holds today, the last one given tells why. */
    private Optional<Consent> holding(Command command) {
        LocalDate today = time.today();
        return consents.active(command.business().bizId()).stream()
                .filter(consent -> consent.isFor(command.recipient(), command.purpose()) && consent.begun(today))
                .reduce((earlier, later) -> later)
                .filter(consent -> !today.isAfter(consent.terms().to()))
                .or(() -> consents.last(command.business().bizId(), command.recipient(), command.purpose()));
    }

    private Outcome outcome(Consent consent, Command command) {
        KnownBusiness business = businesses.find(command.business().bizId()).orElseThrow();
        if (businesses.doubtful(business.bizId())) {
            return Outcome.REGISTER_IN_DOUBT;
        }
        if (!consent.active()) {
            return ended(consent.status());
        }
        if (!consent.tenureId().equals(business.tenureId()) || business.status().terminal()) {
            return Outcome.CONSENT_ENDED;
        }
        return within(consent, command.fields());
    }

    /** One that was superseded a moment ago is as one that is not there: the newer is found by the next call. */
    private static Outcome ended(Consent.Status status) {
        return switch (status) {
            case WITHDRAWN -> Outcome.CONSENT_WITHDRAWN;
            case EXPIRED -> Outcome.CONSENT_EXPIRED;
            case ENDED -> Outcome.CONSENT_ENDED;
            case SUPERSEDED, ACTIVE -> Outcome.NO_CONSENT;
        };
    }

    private Outcome within(Consent consent, List<String> fields) {
        LocalDate today = time.today();
        if (today.isBefore(consent.terms().from())) {
            return Outcome.CONSENT_NOT_YET_VALID;
        }
        if (today.isAfter(consent.terms().to())) {
            return Outcome.CONSENT_EXPIRED;
        }
        if (!consent.terms().fields().containsAll(fields)
                || !rules.fields(Layer.L2, today).containsAll(fields)) {
            return Outcome.FIELD_NOT_CONSENTED;
        }
        return consent.callsLeft() == 0 ? Outcome.CALLS_USED_UP : Outcome.DELIVERED;
    }
}
