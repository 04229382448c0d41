package io.hutong.tax.arrearsannouncement;

import io.hutong.events.Money;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.events.TaxKind;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a public notice of arrears: what one tenure owes of one tax, said to everybody by the tax office itself, so no tax
 * secret any longer (Announcement of Tax Arrears Measures, STA Order 61). It says nothing to the clearance gate, whose facts are
 * tax's own. Once cleared it never stands again: where the clearance was a mistake, the line is stated anew under another id, which
 * {@code restatedAs} names.
 */
public record Announcement(
        ArrearsAnnouncementId id,
        BizId bizId,
        Debt debt,
        Notice notice,
        Instant recordedAt,
        @Nullable Clearance clearance,
        @Nullable ArrearsAnnouncementId restatedAs) {

    /** What is owed: by whom, of which tax, and from which month, named by its first day. It stays with its tenure. */
    public record Debt(OperatorTenureId tenureId, TaxKind kind, LocalDate owedFrom) {}

    /** Where and when it was announced, and how much of it. */
    public record Notice(String number, String source, LocalDate announcedOn, Money amount) {}

    /** Since when it does not stand any longer, and why; what the officer wrote stays at tax. */
    public record Clearance(
            Reason reason, LocalDate on, @Nullable String note) {}

    /** Whether the public still finds it. */
    public boolean stands() {
        return clearance == null;
    }

    /** One that stands from now on. */
    static Announcement recorded(ArrearsAnnouncementId id, BizId bizId, Debt debt, Notice notice, Instant at) {
        return new Announcement(id, bizId, debt, notice, at, null, null);
    }

    /** Whether it says something of the debt: it was no mistake, and is not said anew under another id. */
    boolean isOnRecord() {
        return restatedAs == null && (clearance == null || clearance.reason() != Reason.WITHDRAWN);
    }

    Announcement cleared(Clearance how) {
        return new Announcement(id, bizId, debt, notice, recordedAt, how, restatedAs);
    }

    Announcement restatedAs(ArrearsAnnouncementId other) {
        return new Announcement(id, bizId, debt, notice, recordedAt, clearance, other);
    }
}
