package io.hutong.credit.agencyrecord;

import io.hutong.events.Money;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.events.TaxKind;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Arrears that tax announced to the public, of the tenure that owes them and of no other (Announcement of Tax Arrears Measures;
 * Civil Code art. 56).
 */
public record Arrears(
        ArrearsAnnouncementId id,
        BizId bizId,
        OperatorTenureId tenureId,
        Announced announced,
        @Nullable End end) {
    /** What was announced. */
    public record Announced(TaxKind kind, Money amount, LocalDate owedFrom, LocalDate on, String noticeNo) {}

    /** Since when it is announced no longer; without a reason where tax only named it no longer. */
    public record End(LocalDate on, @Nullable Reason reason) {}

    /** Whether the public still finds it. */
    public boolean stands() {
        return end == null;
    }

    Arrears ended(End how) {
        return new Arrears(id, bizId, tenureId, announced, how);
    }
}
