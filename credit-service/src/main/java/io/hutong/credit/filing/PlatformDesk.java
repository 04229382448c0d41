package io.hutong.credit.filing;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Takes what a platform pushes under a number of its own, and each version after that, once, however often it comes; in the caller's
 * transaction, with the stream of the business locked.
 */
@ApplicationScoped
public class PlatformDesk {
    /** Whose case, of which business, about which record, and what the business says. */
    public record Receipt<S>(PlatformCase pushed, UnifiedSocialCreditCode uscc, Subject subject, S said, String by) {
        /** What people write is not for logs. */
        @Override
        public String toString() {
            return "Receipt[" + pushed + "]";
        }
    }

    /** Which case in which version, and what the business says. */
    public record Correction<S>(PlatformCase pushed, S said, String by) {
        /** What people write is not for logs. */
        @Override
        public String toString() {
            return "Correction[" + pushed + "]";
        }
    }

    private final Businesses businesses;
    private final Outbox outbox;
    private final CreditTime time;

    PlatformDesk(Businesses businesses, Outbox outbox, CreditTime time) {
        this.businesses = businesses;
        this.outbox = outbox;
        this.time = time;
    }

    /** The one under the number if there is one and it was pushed so at first, whatever corrections followed; else as it is taken up. */
    public <C extends FiledCase, S> C receive(
            PushedCases<C, S> cases, Receipt<S> receipt, Function<KnownBusiness, C> takeUp) {
        KnownBusiness business = businesses.find(receipt.uscc()).orElseThrow(() -> CreditProblems.unknown("/uscc"));
        outbox.lock(business.bizId());
        return cases.pushed(receipt.pushed().number())
                .map(before -> same(cases, before, business, receipt))
                .orElseGet(() -> takeUp.apply(business));
    }

    private <C extends FiledCase, S> C same(
            PushedCases<C, S> cases, C before, KnownBusiness business, Receipt<S> receipt) {
        boolean same = before.bizId().equals(business.bizId())
                && before.subject().equals(receipt.subject())
                && cases.pushes(before).get(0).says(receipt.pushed(), receipt.said());
        if (!same) {
            throw CreditProblems.caseNumberReused();
        }
        return before;
    }

    /** As the next version has it; one that is known already changes nothing. */
    public <C extends FiledCase, S> C correct(
            PushedCases<C, S> cases, Correction<S> correction, BiFunction<C, Push<S>, C> correct) {
        PlatformCase pushed = correction.pushed();
        C before = cases.locked(pushed.number(), outbox);
        List<Push<S>> known = cases.pushes(before);
        return pushed.known(known.size(), version -> known.get(version - 1).says(pushed, correction.said()))
                ? before
                : correct.apply(before, new Push<>(pushed, correction.said(), time.today(), correction.by()));
    }
}
