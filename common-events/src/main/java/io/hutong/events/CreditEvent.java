package io.hutong.events;

import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.ConsentId;
import io.hutong.identity.ReportId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
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

    /**
     * The period in which an entry is shown is over; {@code endedOn} is the first day without it. The entry itself holds until it
     * is removed.
     */
    @EventType("io.hutong.credit.abnormal-publication-ended.v1")
    record AbnormalPublicationEnded(AbnormalEntryId entryId, UnifiedSocialCreditCode uscc, LocalDate endedOn)
            implements CreditEvent {}

    /** The business has not filed the report for a year and is to be reminded; {@code dueOn} is the last day in time. */
    @EventType("io.hutong.credit.annual-report-reminder-due.v1")
    record AnnualReportReminderDue(UnifiedSocialCreditCode uscc, int reportYear, int stage, LocalDate dueOn)
            implements CreditEvent {}

    /**
     * A statement about one consent of a business. To whom it was given and for what stays with the credit service: every
     * reader would else learn with which bank a person deals.
     */
    sealed interface ConsentEvent extends CreditEvent {
        ConsentId consentId();
    }

    /** The business agreed that a bank may be told figures of it on these days (PIPL art. 14, 23). */
    @EventType("io.hutong.credit.consent-granted.v1")
    record ConsentGranted(ConsentId consentId, UnifiedSocialCreditCode uscc, LocalDate validFrom, LocalDate validTo)
            implements ConsentEvent {}

    /** A consent holds no longer, and nothing is told on its ground from now on (PIPL art. 15). */
    @EventType("io.hutong.credit.consent-ended.v1")
    record ConsentEnded(ConsentId consentId, UnifiedSocialCreditCode uscc, Why why) implements ConsentEvent {
        /** What ended it: the business's word, its last day, a newer consent, another operator, or the end of the business. */
        public enum Why {
            WITHDRAWN,
            EXPIRED,
            SUPERSEDED,
            OPERATOR_CHANGED,
            BUSINESS_ENDED
        }
    }
}
