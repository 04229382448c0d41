package io.hutong.events;

import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tax states about a business: receipts of registered changes, clearance, and arrears that it announced to the public. */
public sealed interface TaxEvent extends DomainEvent {
    /** That an officer decided it; why is a tax secret and in no event (Tax Collection and Administration Law art. 8). */
    String OFFICER_DECISION = "OFFICER_DECISION";

    /** That an operator skipped an event; why stays with the service that did not take it. */
    String OPERATOR_DECISION = "OPERATOR_DECISION";

    /** A statement about one change or application of the register. */
    sealed interface Answer extends TaxEvent {
        ChangeId changeId();
    }

    /** Tax has taken the change into its line. */
    @EventType("io.hutong.tax.change-received.v1")
    record ChangeReceived(ChangeId changeId) implements Answer {}

    /**
     * The tax record follows the register. {@code releasedAt} is when nothing held a waiting change any more; absent when
     * it never waited.
     */
    @EventType("io.hutong.tax.change-completed.v1")
    record ChangeCompleted(
            ChangeId changeId,
            Mode mode,
            int followUps,
            @Nullable Instant releasedAt) implements Answer {
        /** At once by the gate, after the last open item was cleared, or without any gate. */
        public enum Mode {
            IMMEDIATE,
            AFTER_CLEARANCE,
            AUTO
        }
    }

    /** The change waits; stated again whenever the classes or counts change. */
    @EventType("io.hutong.tax.change-held.v1")
    record ChangeHeld(
            ChangeId changeId, List<Block> blocks, @Nullable Sealed<BlockingItem.Items> detail, String ruleSet)
            implements Answer {
        public ChangeHeld {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * Tax will not carry the change out: annulled or withdrawn meanwhile, or against the law. {@code note} tells no more of
     * an officer's decision than {@link #OFFICER_DECISION}, nor of an operator's than {@link #OPERATOR_DECISION}.
     */
    @EventType("io.hutong.tax.change-refused.v1")
    record ChangeRefused(ChangeId changeId, Reason reason, String note) implements Answer {
        /** Why a change ends without effect. */
        public enum Reason {
            ANNULLED,
            WITHDRAWN,
            OVERTAKEN_BY_DEREGISTRATION,
            SKIPPED,
            NOT_ALLOWED
        }
    }

    /** The tenure is clear: the certificate serves once, for this change, until the day named. */
    @EventType("io.hutong.tax.clearance-issued.v1")
    record ClearanceIssued(
            ChangeId changeId,
            CertificateId certificateId,
            CertificatePurpose purpose,
            OperatorTenureId tenureId,
            LocalDate validUntil,
            Basis basis)
            implements Answer {
        /** Ground of a certificate. */
        public enum Basis {
            NEVER_TAXED,
            NO_INVOICE_NO_DEBT,
            CLEARED,
            COMMITMENT,
            COURT
        }
    }

    /** The tenure is not clear yet: the application waits. */
    @EventType("io.hutong.tax.clearance-held.v1")
    record ClearanceHeld(
            ChangeId changeId, List<Block> blocks, @Nullable Sealed<BlockingItem.Items> detail, String ruleSet)
            implements Answer {
        public ClearanceHeld {
            blocks = List.copyOf(blocks);
        }
    }

    /** An officer refused the certificate; {@code reason} is {@link #OFFICER_DECISION}. */
    @EventType("io.hutong.tax.clearance-refused.v1")
    record ClearanceRefused(ChangeId changeId, String reason) implements Answer {}

    /** A certificate lost its force before it was used; {@code reason} is {@link #OFFICER_DECISION}. */
    @EventType("io.hutong.tax.clearance-revoked.v1")
    record ClearanceRevoked(ChangeId changeId, CertificateId certificateId, String reason) implements Answer {}

    /** The taxpayer is in another state at tax (正常, 非正常, 停业, 注销). */
    @EventType("io.hutong.tax.status-changed.v1")
    record StatusChanged(Status status, LocalDate since) implements TaxEvent {
        /** State of a taxpayer. */
        public enum Status {
            NORMAL,
            NON_NORMAL,
            STOPPED,
            DEREGISTERED
        }
    }

    /**
     * About lines of public notices of arrears. Each belongs to the tenure that owes, also when the operator is another by now
     * (Announcement of Tax Arrears Measures; Civil Code art. 56).
     */
    sealed interface ArrearsEvent extends TaxEvent {
        /** Every announcement of the business, of whatever tenure, that stands after this event, as they were recorded. */
        List<ArrearsAnnouncementId> standing();
    }

    /**
     * The tax office has announced to the public what a tenure owes: one tax, owed from the month that begins on
     * {@code owedFrom}, in fen. It takes the place of an earlier line only where that was cleared as replaced. What stands may be
     * stated again, unchanged.
     */
    @EventType("io.hutong.tax.arrears-announced.v1")
    record ArrearsAnnounced(
            ArrearsAnnouncementId announcementId,
            UnifiedSocialCreditCode uscc,
            OperatorTenureId tenureId,
            TaxKind taxKind,
            long amountFen,
            LocalDate owedFrom,
            LocalDate announcedOn,
            String noticeNo,
            String source,
            List<ArrearsAnnouncementId> standing)
            implements ArrearsEvent {
        public ArrearsAnnounced {
            standing = List.copyOf(standing);
        }
    }

    /**
     * The announcement no longer stands, and never will again: what was cleared by mistake is announced anew under another id.
     */
    @EventType("io.hutong.tax.arrears-announcement-cleared.v1")
    record ArrearsAnnouncementCleared(
            ArrearsAnnouncementId announcementId,
            UnifiedSocialCreditCode uscc,
            OperatorTenureId tenureId,
            Reason reason,
            LocalDate clearedOn,
            List<ArrearsAnnouncementId> standing)
            implements ArrearsEvent {
        public ArrearsAnnouncementCleared {
            standing = List.copyOf(standing);
        }

        /** Why it does not stand any longer: what was owed is paid, it was announced by mistake, or a later notice says it anew. */
        public enum Reason {
            PAID,
            WITHDRAWN,
            REPLACED
        }
    }

    /** Nothing new: all that stands was stated again just before this, for whoever may have missed something. */
    @EventType("io.hutong.tax.arrears-restated.v1")
    record ArrearsRestated(UnifiedSocialCreditCode uscc, List<ArrearsAnnouncementId> standing) implements ArrearsEvent {
        public ArrearsRestated {
            standing = List.copyOf(standing);
        }
    }
}
