package io.hutong.tax.arrearsannouncement.adapter;

import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.events.TaxKind;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.arrearsannouncement.Announcement;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An announcement of arrears as an officer sees it; {@code clearance} once it does not stand any longer, {@code restatedAs} where the same line stands under another id. */
@Schema(name = "ArrearsAnnouncement")
record AnnouncementJson(
        ArrearsAnnouncementId announcementId,
        BizId bizId,
        OperatorTenureId tenureId,
        TaxKind taxKind,
        long amountFen,
        LocalDate owedFrom,
        LocalDate announcedOn,
        String noticeNo,
        String source,
        Instant recordedAt,
        @Nullable ClearanceJson clearance,
        @Nullable ArrearsAnnouncementId restatedAs) {

    /** How it ended; the note stays at tax. */
    @Schema(name = "ArrearsClearance")
    record ClearanceJson(
            Reason reason, LocalDate clearedOn, @Nullable String note) {}

    static AnnouncementJson of(Announcement announcement) {
        Announcement.Clearance clearance = announcement.clearance();
        return new AnnouncementJson(
                announcement.id(),
                announcement.bizId(),
                announcement.debt().tenureId(),
                announcement.debt().kind(),
                announcement.notice().amount().fen(),
                announcement.debt().owedFrom(),
                announcement.notice().announcedOn(),
                announcement.notice().number(),
                announcement.notice().source(),
                announcement.recordedAt(),
                clearance == null ? null : new ClearanceJson(clearance.reason(), clearance.on(), clearance.note()),
                announcement.restatedAs());
    }
}
