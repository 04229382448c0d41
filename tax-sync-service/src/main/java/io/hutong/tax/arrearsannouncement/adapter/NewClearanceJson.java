package io.hutong.tax.arrearsannouncement.adapter;

import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.tax.arrearsannouncement.Announcement.Clearance;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Announced arrears were paid, or their announcement was a mistake; the note stays at tax. */
@Schema(name = "NewArrearsClearance")
record NewClearanceJson(
        Why reason, LocalDate clearedOn, @Nullable String note) {

    /** What an officer may say. */
    @Schema(name = "ArrearsClearedAs")
    enum Why {
        PAID(Reason.PAID),
        WITHDRAWN(Reason.WITHDRAWN);

        private final Reason reason;

        Why(Reason reason) {
            this.reason = reason;
        }
    }

    Clearance clearance() {
        return new Clearance(reason.reason, clearedOn, note == null ? null : note.strip());
    }
}
