package io.hutong.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an agency outside the product stated about a business, as it leaves the exchange. */
public sealed interface ExchangeEvent extends DomainEvent {

    /** Who stated it; given by the exchange, never by the sender's word. */
    Origin origin();

    /** A statement about one permit: type and number name it. */
    sealed interface PermitEvent extends ExchangeEvent {
        String permitType();

        String permitNo();
    }

    /** A department granted a permit; without {@code validTo} it holds until it is ended. */
    @EventType("io.hutong.exchange.permit-granted.v1")
    record PermitGranted(
            Origin origin,
            String permitType,
            String permitNo,
            Agency department,
            LocalDate validFrom,
            @Nullable LocalDate validTo)
            implements PermitEvent {}

    /** A permit was changed or prolonged: the whole of what it says from {@code changedOn}. */
    @EventType("io.hutong.exchange.permit-changed.v1")
    record PermitChanged(
            Origin origin,
            String permitType,
            String permitNo,
            Agency department,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            LocalDate changedOn)
            implements PermitEvent {}

    /** A permit holds no longer from {@code endedOn}. */
    @EventType("io.hutong.exchange.permit-ended.v1")
    record PermitEnded(Origin origin, String permitType, String permitNo, LocalDate endedOn, Reason reason)
            implements PermitEvent {
        /** Why a permit ends. */
        public enum Reason {
            EXPIRED,
            REVOKED,
            SURRENDERED
        }
    }

    /** Whether the premises exist and the applicant may use them, found in data or on the spot (Order 103 art. 11). */
    @EventType("io.hutong.exchange.premises-verified.v1")
    record PremisesVerified(Origin origin, Result result, LocalDate verifiedOn) implements ExchangeEvent {
        /** What was found. */
        public enum Result {
            VERIFIED,
            NOT_FOUND,
            UNVERIFIABLE
        }
    }

    /**
     * The holder of a fact about a person answers whether a benefit may be given. What is asked in detail and the answer
     * stand under seal; in clear is only that there is one.
     */
    @EventType("io.hutong.exchange.eligibility-answered.v1")
    record EligibilityAnswered(Origin origin, Matter matter, LocalDate asOf, Sealed<EligibilityAnswer> answer)
            implements ExchangeEvent {
        /** What kind of question it was, without telling which. */
        public enum Matter {
            STATUS,
            CROSS_CHECK
        }
    }
}
