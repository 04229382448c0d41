package io.hutong.credit.consent;

import io.hutong.events.AgencyCode;
import io.hutong.events.Audience;
import io.hutong.events.ConsentScope;
import io.hutong.events.CreditEvent.ConsentEnded.Why;
import io.hutong.events.Sealed;
import io.hutong.identity.BizId;
import io.hutong.identity.ConsentId;
import io.hutong.identity.OperatorTenureId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A business agreed that one institution may be told some figures for one purpose (PIPL art. 14, 15, 23). It is the word of the
 * operator of that tenure, and ends with it.
 */
public record Consent(
        ConsentId id,
        BizId bizId,
        OperatorTenureId tenureId,
        Terms terms,
        Status status,
        int calls,
        Instant givenAt,
        @Nullable Instant endedAt) {

    /** To whom, what for, which fields, from and to which day, how often, and where the signature is kept. */
    public record Terms(
            AgencyCode recipient,
            String purpose,
            List<String> fields,
            LocalDate from,
            LocalDate to,
            int maxCalls,
            String evidence) {
        public Terms {
            fields = List.copyOf(fields);
        }
    }

    /** Whether it holds, and what ended it: {@code ENDED} with the operator's tenure or the business. */
    public enum Status {
        ACTIVE,
        WITHDRAWN,
        EXPIRED,
        SUPERSEDED,
        ENDED;

        static Status after(Why why) {
            return switch (why) {
                case WITHDRAWN -> WITHDRAWN;
                case EXPIRED -> EXPIRED;
                case SUPERSEDED -> SUPERSEDED;
                case OPERATOR_CHANGED, BUSINESS_ENDED -> ENDED;
            };
        }
    }

    public boolean active() {
        return status == Status.ACTIVE;
    }

    /** Whether its first day has come. */
    boolean begun(LocalDate today) {
        return !terms.from().isAfter(today);
    }

    /** Whether it is the word to the same institution for the same purpose. */
    boolean isFor(AgencyCode recipient, String purpose) {
        return terms.recipient().equals(recipient) && terms.purpose().equals(purpose);
    }

    /** Whether nothing is left of it from that day on if another takes its place then. */
    boolean coveredFrom(LocalDate day, LocalDate today) {
        return !day.isAfter(today) || !terms.from().isBefore(day);
    }

    public int callsLeft() {
        return Math.max(0, terms.maxCalls() - calls);
    }

    /** What of it stands in events, to be opened by credit alone. */
    Sealed<ConsentScope> sealedScope() {
        return Sealed.under(
                tenureId,
                Audience.SHARING_DETAIL,
                new ConsentScope(terms.recipient(), terms.purpose(), terms.fields()));
    }

    Consent ended(Why why, Instant at) {
        return new Consent(id, bizId, tenureId, terms, Status.after(why), calls, givenAt, at);
    }

    Consent used() {
        return new Consent(id, bizId, tenureId, terms, status, calls + 1, givenAt, endedAt);
    }
}
