package io.hutong.events;

import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.ConsentId;
import io.hutong.identity.DemandId;
import io.hutong.identity.ObjectionId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.PenaltyId;
import io.hutong.identity.RepairId;
import io.hutong.identity.RepairTargetId;
import io.hutong.identity.ReportId;
import io.hutong.identity.SeriousEntryId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What market supervision states about the credit of a business: its annual reports and the abnormal operations list. */
public sealed interface CreditEvent extends DomainEvent {

    /**
     * The annual report for a year was filed, or filed anew with corrections ({@code revision} above 1). {@code late} after
     * 30 June; {@code published} as the business chose. What it says stays with the credit service
     * (Interim Measures on Annual Reports art. 3, 8, 9).
     */
    @EventType("io.hutong.credit.annual-report-submitted.v1")
    record AnnualReportSubmitted(
            ReportId reportId,
            UnifiedSocialCreditCode uscc,
            int reportYear,
            int revision,
            boolean late,
            ReportChannel channel,
            boolean published)
            implements CreditEvent {}

    /** A statement about one entry in the abnormal operations list; {@code reportYear} where a report is its ground. */
    sealed interface AbnormalEntryEvent extends CreditEvent {
        AbnormalEntryId entryId();

        AbnormalGround ground();

        @Nullable
        Integer reportYear();
    }

    /**
     * The business was put on the list by a decision. The entry holds until it is removed; it is shown from {@code
     * publishFrom}, and without {@code publishTo} as long as it holds.
     */
    @EventType("io.hutong.credit.abnormal-listed.v1")
    record AbnormalListed(
            AbnormalEntryId entryId,
            UnifiedSocialCreditCode uscc,
            AbnormalGround ground,
            @Nullable Integer reportYear,
            String decisionNo,
            LocalDate listedOn,
            LocalDate publishFrom,
            @Nullable LocalDate publishTo)
            implements AbnormalEntryEvent {}

    /** An entry was removed; {@code stillListed} when another one keeps the business on the list. */
    @EventType("io.hutong.credit.abnormal-removed.v1")
    record AbnormalRemoved(
            AbnormalEntryId entryId,
            UnifiedSocialCreditCode uscc,
            AbnormalGround ground,
            @Nullable Integer reportYear,
            Mode mode,
            String decisionNo,
            LocalDate removedOn,
            boolean stillListed)
            implements AbnormalEntryEvent {
        /** Whether the system found it cured, an officer did, or an objection proved the listing wrong. */
        public enum Mode {
            AUTO_REPAIR,
            OFFICER,
            OBJECTION
        }
    }

    /** An entry, which holds on, is shown no longer from {@code endedOn} on: by the platform {@code channel}, or without it by all. */
    @EventType("io.hutong.credit.abnormal-publication-ended.v1")
    record AbnormalPublicationEnded(
            AbnormalEntryId entryId,
            UnifiedSocialCreditCode uscc,
            LocalDate endedOn,
            @Nullable String channel) implements CreditEvent {}

    /** The business has not filed the report for a year and is to be reminded; {@code dueOn} is the last day in time. */
    @EventType("io.hutong.credit.annual-report-reminder-due.v1")
    record AnnualReportReminderDue(UnifiedSocialCreditCode uscc, int reportYear, int stage, LocalDate dueOn)
            implements CreditEvent {}

    /** On these days every business files its report for a year, in that form; the stream is that of the year (Interim Measures art. 3). */
    @EventType("io.hutong.credit.annual-report-window-opened.v1")
    record AnnualReportWindowOpened(int reportYear, LocalDate opensOn, LocalDate closesOn, String template)
            implements CreditEvent {}

    /**
     * A statement about one consent of a business, the word of the operator of that tenure. To whom it was given and for what
     * is sealed: every reader would else learn with which bank a person deals. The first ones were stated without tenure and
     * scope.
     */
    sealed interface ConsentEvent extends CreditEvent {
        ConsentId consentId();

        @Nullable
        OperatorTenureId tenureId();

        @Nullable
        Sealed<ConsentScope> scope();
    }

    /** The business agreed that a bank may be told figures of it on these days (PIPL art. 14, 23). */
    @EventType("io.hutong.credit.consent-granted.v1")
    record ConsentGranted(
            ConsentId consentId,
            UnifiedSocialCreditCode uscc,
            @Nullable OperatorTenureId tenureId,
            @Nullable Sealed<ConsentScope> scope,
            LocalDate validFrom,
            LocalDate validTo)
            implements ConsentEvent {}

    /** A consent holds no longer, and nothing is told on its ground from now on (PIPL art. 15). */
    @EventType("io.hutong.credit.consent-ended.v1")
    record ConsentEnded(
            ConsentId consentId,
            UnifiedSocialCreditCode uscc,
            @Nullable OperatorTenureId tenureId,
            @Nullable Sealed<ConsentScope> scope,
            Why why)
            implements ConsentEvent {
        /** What ended it: the business's word, its last day, a newer consent, another operator, or the end of the business. */
        public enum Why {
            WITHDRAWN,
            EXPIRED,
            SUPERSEDED,
            OPERATOR_CHANGED,
            BUSINESS_ENDED
        }
    }

    /** Two years on the abnormal list are over: the business belongs in the separate register (Order 103 art. 32). */
    @EventType("io.hutong.credit.separate-register-due.v1")
    record SeparateRegisterDue(
            AbnormalEntryId entryId, UnifiedSocialCreditCode uscc, LocalDate listedOn, LocalDate dueOn)
            implements CreditEvent {}

    /** The business objects to an entry in the abnormal list (Interim Measures on Annual Reports art. 19). */
    @EventType("io.hutong.credit.objection-filed.v1")
    record ObjectionFiled(
            ObjectionId objectionId,
            UnifiedSocialCreditCode uscc,
            AbnormalEntryId entryId,
            FilingChannel channel,
            LocalDate filedOn)
            implements CreditEvent {}

    /** The objection is settled; when it is upheld, the entry was removed in the same transaction. */
    @EventType("io.hutong.credit.objection-decided.v1")
    record ObjectionDecided(
            ObjectionId objectionId,
            UnifiedSocialCreditCode uscc,
            AbnormalEntryId entryId,
            ObjectionResult result,
            LocalDate decidedOn)
            implements CreditEvent {}

    /** The business objects to a penalty that is shown of it, or to an entry in the serious-violation list (NDRC Order 36 art. 18). */
    @EventType("io.hutong.credit.publication-objection-filed.v1")
    record PublicationObjectionFiled(
            ObjectionId objectionId,
            UnifiedSocialCreditCode uscc,
            RepairTarget target,
            RepairTargetId targetId,
            FilingChannel channel,
            LocalDate filedOn)
            implements CreditEvent {}

    /** That objection is settled; when it is upheld, what it was about was withdrawn in the same transaction, unless it had ended before. */
    @EventType("io.hutong.credit.publication-objection-decided.v1")
    record PublicationObjectionDecided(
            ObjectionId objectionId,
            UnifiedSocialCreditCode uscc,
            RepairTarget target,
            RepairTargetId targetId,
            ObjectionResult result,
            LocalDate decidedOn)
            implements CreditEvent {}

    /** A penalty is shown to the public up to and with {@code publishTo} unless repair ends it (SAMR Order 45 art. 14). */
    @EventType("io.hutong.credit.penalty-published.v1")
    record PenaltyPublished(
            PenaltyId penaltyId,
            UnifiedSocialCreditCode uscc,
            PenaltyKind kind,
            Severity severity,
            AmountBand amountBand,
            String decisionNo,
            LocalDate decidedOn,
            LocalDate publishFrom,
            LocalDate publishTo)
            implements CreditEvent {}

    /** The penalty is no longer shown: its term is over, or it was repaired before. */
    @EventType("io.hutong.credit.penalty-publication-ended.v1")
    record PenaltyPublicationEnded(
            PenaltyId penaltyId, UnifiedSocialCreditCode uscc, PenaltyEnd reason, LocalDate endedOn)
            implements CreditEvent {}

    /** A penalty is withdrawn: it was changed or annulled, or, as {@code CHANGED}, its record proved wrong (Order 45 art. 11, 36 art. 18). */
    @EventType("io.hutong.credit.penalty-withdrawn.v1")
    record PenaltyWithdrawn(
            PenaltyId penaltyId, UnifiedSocialCreditCode uscc, PenaltyFall reason, LocalDate withdrawnOn)
            implements CreditEvent {}

    /** The business was put on the serious-violation list with a penalty decision (SAMR Order 44 art. 5-12). */
    @EventType("io.hutong.credit.serious-listed.v1")
    record SeriousListed(
            SeriousEntryId entryId,
            UnifiedSocialCreditCode uscc,
            SeriousGround ground,
            PenaltyId penaltyId,
            String decisionNo,
            LocalDate listedOn,
            LocalDate leavesOn)
            implements CreditEvent {}

    /** An entry was removed from the serious-violation list; {@code stillListed} when another one stands. */
    @EventType("io.hutong.credit.serious-removed.v1")
    record SeriousRemoved(
            SeriousEntryId entryId, UnifiedSocialCreditCode uscc, Mode mode, LocalDate removedOn, boolean stillListed)
            implements CreditEvent {
        /** After its time, by repair, or because the penalty decision behind it fell. */
        public enum Mode {
            TERM_OVER,
            REPAIRED,
            PENALTY_WITHDRAWN
        }
    }

    /** The listing proved wrong and was revoked, the entry with it; {@code stillListed} when another one stands (NDRC Order 36 art. 18). */
    @EventType("io.hutong.credit.serious-listing-revoked.v1")
    record SeriousListingRevoked(
            SeriousEntryId entryId, UnifiedSocialCreditCode uscc, LocalDate revokedOn, boolean stillListed)
            implements CreditEvent {}

    /** The business asks that a penalty be no longer shown, or to leave a list (NDRC Order 36; SAMR 2021 no. 3). */
    @EventType("io.hutong.credit.repair-requested.v1")
    record RepairRequested(
            RepairId repairId,
            UnifiedSocialCreditCode uscc,
            RepairTarget target,
            RepairTargetId targetId,
            FilingChannel channel,
            LocalDate requestedOn)
            implements CreditEvent {}

    /** The application is settled; when granted, its target ended in the same transaction. */
    @EventType("io.hutong.credit.repair-decided.v1")
    record RepairDecided(
            RepairId repairId,
            UnifiedSocialCreditCode uscc,
            RepairTarget target,
            RepairTargetId targetId,
            RepairDecision decision,
            LocalDate decidedOn,
            @Nullable LocalDate barredUntil)
            implements CreditEvent {}

    /** A system that showed what was repaired has acknowledged that it does so no longer. */
    @EventType("io.hutong.credit.repair-applied.v1")
    record RepairApplied(RepairId repairId, UnifiedSocialCreditCode uscc, String system, Instant at)
            implements CreditEvent {}

    /** Fields of an open layer, by their names in the terms of sharing, changed; of two statements the higher {@code version} is later. */
    @EventType("io.hutong.credit.profile-updated.v1")
    record ProfileUpdated(UnifiedSocialCreditCode uscc, ProfileLayer layer, List<String> changed, int version)
            implements CreditEvent {
        public ProfileUpdated {
            changed = List.copyOf(changed);
        }
    }

    /** Somebody outside looked at a business, whatever came of it; who and what for is sealed as in a consent (PIPL art. 45). */
    @EventType("io.hutong.credit.profile-accessed.v1")
    record ProfileAccessed(UnifiedSocialCreditCode uscc, OperatorTenureId tenureId, Sealed<ProfileLook> look)
            implements CreditEvent {}

    /** The business looks for a loan; how much and which banks may know is sealed as in a consent (notice 2021 no. 52). */
    @EventType("io.hutong.credit.financing-demand-registered.v1")
    record FinancingDemandRegistered(
            DemandId demandId, UnifiedSocialCreditCode uscc, OperatorTenureId tenureId, Sealed<FinancingWish> wish)
            implements CreditEvent {}
}
