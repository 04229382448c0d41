package io.hutong.events;

import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What market supervision states about a business. The business itself is the subject of the envelope. */
public sealed interface RegistrationEvent extends DomainEvent {

    /** An event about one change: it registers it, asks about it or ends it. */
    sealed interface OfChange extends RegistrationEvent {
        ChangeId changeId();
    }

    /** A business was registered, or taken over from the bureau's earlier register ({@code initialLoad}). */
    @EventType("io.hutong.registration.opened.v1")
    record Opened(
            ChangeId changeId,
            UnifiedSocialCreditCode uscc,
            @Nullable String name,
            EntityType entityType,
            LocalDate establishedOn,
            List<Address> premises,
            List<ScopeItem> scope,
            Industry industry,
            boolean onlineOnly,
            Registrar registrar,
            OperatorTenureId tenureId,
            String operatorName,
            Sealed<PersonIdentity> operator,
            OperatorRefs operatorRefs,
            boolean initialLoad)
            implements OfChange {
        public Opened {
            premises = List.copyOf(premises);
            scope = List.copyOf(scope);
        }
    }

    /**
     * Name, scope or premises changed. All of them stand on the licence: {@code licenceReissued} when a new one was issued
     * for it; absent where it is not known (Implementing Rules art. 23).
     */
    @EventType("io.hutong.registration.changed.v1")
    record Changed(
            ChangeId changeId,
            UnifiedSocialCreditCode uscc,
            ChangedFacts before,
            ChangedFacts after,
            @Nullable Boolean licenceReissued)
            implements OfChange {}

    /** The business passed to another operator; code and establishment date continue (Order 103 art. 17). */
    @EventType("io.hutong.registration.operator-changed.v1")
    record OperatorChanged(
            ChangeId changeId,
            UnifiedSocialCreditCode uscc,
            OperatorChangeKind kind,
            Regime regime,
            OperatorTenureId oldTenureId,
            OperatorTenureId newTenureId,
            String oldOperatorName,
            String newOperatorName,
            Sealed<PersonIdentity> newOperator,
            OperatorRefs newOperatorRefs,
            @Nullable CertificateId certificateId,
            List<Document> documents)
            implements OfChange {
        public OperatorChanged {
            documents = List.copyOf(documents);
        }
    }

    /** The same operator took another name; no tenure ends. */
    @EventType("io.hutong.registration.operator-renamed.v1")
    record OperatorRenamed(
            ChangeId changeId,
            UnifiedSocialCreditCode uscc,
            OperatorTenureId tenureId,
            String oldOperatorName,
            String newOperatorName,
            Sealed<PersonIdentity> operator)
            implements OfChange {}

    /** Trade is suspended (歇业) from the effective date; not the tax stop of the same sound (停业). */
    @EventType("io.hutong.registration.suspended.v1")
    record Suspended(
            ChangeId changeId, UnifiedSocialCreditCode uscc, LocalDate until, Address serviceAddress, String reason)
            implements OfChange {}

    /** Trade is resumed, by declaration or at the end of the term. */
    @EventType("io.hutong.registration.resumed.v1")
    record Resumed(ChangeId changeId, UnifiedSocialCreditCode uscc, boolean automatic) implements OfChange {}

    /** The business left the register (注销); {@code procedure} is absent where it is not known (Order 103 art. 30-31). */
    @EventType("io.hutong.registration.deregistered.v1")
    record Deregistered(
            ChangeId changeId,
            UnifiedSocialCreditCode uscc,
            String reason,
            @Nullable CertificateId certificateId,
            @Nullable DeregistrationProcedure procedure)
            implements OfChange {}

    /**
     * A registered change was annulled (撤销), as if it had never been: {@code restored} tells the state that holds again.
     * {@code annulledKind} OPENING annuls the registration itself.
     */
    @EventType("io.hutong.registration.annulled.v1")
    record Annulled(
            ChangeId changeId,
            UnifiedSocialCreditCode uscc,
            ChangeId annulledChangeId,
            ChangeKind annulledKind,
            String decisionNo,
            LocalDate retroactiveTo,
            Restored restored)
            implements OfChange {}

    /** The state of the business after an annulment; {@code suspendedUntil} when trade is suspended again. */
    record Restored(
            BusinessStatus status,
            @Nullable String name,
            List<ScopeItem> scope,
            List<Address> premises,
            OperatorTenureId tenureId,
            String operatorName,
            @Nullable LocalDate suspendedUntil) {
        public Restored {
            scope = List.copyOf(scope);
            premises = List.copyOf(premises);
        }
    }

    /**
     * Market supervision asks tax to clear the tenure that a requested operator change would end. It comes again for the same
     * change, as a new event, where the certificate issued on it was not used by its last day.
     */
    @EventType("io.hutong.registration.clearance-requested.v1")
    record ClearanceRequested(
            ChangeId changeId, UnifiedSocialCreditCode uscc, CertificatePurpose purpose, OperatorTenureId tenureId)
            implements OfChange {}

    /** The applicants withdrew a change that was not registered yet. */
    @EventType("io.hutong.registration.application-withdrawn.v1")
    record ApplicationWithdrawn(ChangeId changeId, UnifiedSocialCreditCode uscc, String reason) implements OfChange {}

    /**
     * Market supervision asks whether these premises exist and may be used, where it does not ask the applicant for a proof
     * (Order 103 art. 11).
     */
    @EventType("io.hutong.registration.premises-verification-requested.v1")
    @AnsweredBy(ExchangeEvent.PremisesVerified.class)
    record PremisesVerificationRequested(
            UnifiedSocialCreditCode uscc, Address premises, Agency askedOf, LocalDate dueOn)
            implements RegistrationEvent, Question {
        @Override
        public DivisionCode placeAsked() {
            return premises.division();
        }
    }

    /** The receipt for an event of another agency: the register acts on it, or refuses it for the reason named by its code. */
    @EventType("io.hutong.registration.agency-event-settled.v1")
    record AgencyEventSettled(
            EventId eventId, Outcome outcome, @Nullable String reason) implements RegistrationEvent {
        /** What became of the event. */
        public enum Outcome {
            APPLIED,
            REFUSED
        }
    }

    /**
     * The business is in the separate register (另册) from {@code since}, having been on the abnormal list for two years by
     * that entry: it is shown with a special mark and no longer counted as registered. Nothing that is registered of it changes,
     * and a change stated meanwhile does not end it; stated again, with the same {@code since}, where the business comes back
     * from an end (Order 103 art. 32).
     */
    @EventType("io.hutong.registration.separate-registered.v1")
    record SeparateRegistered(
            UnifiedSocialCreditCode uscc,
            LocalDate since,
            AbnormalEntryId entryId,
            @Nullable AbnormalGround ground) implements RegistrationEvent {}

    /** The business left the abnormal list and with it the separate register: it is in that status again (Order 103 art. 33). */
    @EventType("io.hutong.registration.restored.v1")
    record RestoredToRegister(
            UnifiedSocialCreditCode uscc, LocalDate since, LocalDate restoredOn, BusinessStatus status)
            implements RegistrationEvent {}
}
