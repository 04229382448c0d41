package io.hutong.tax.arrearsannouncement.adapter;

import io.hutong.events.Money;
import io.hutong.events.TaxKind;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.arrearsannouncement.AnnounceArrears;
import io.hutong.tax.arrearsannouncement.Announcement.Debt;
import io.hutong.tax.arrearsannouncement.Announcement.Notice;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of a notice of arrears: the tenure that owes, in fen, from the month that begins on {@code owedFrom}. */
@Schema(name = "NewArrearsAnnouncement")
record NewAnnouncementJson(
        BizId bizId,
        OperatorTenureId tenureId,
        TaxKind taxKind,
        long amountFen,
        LocalDate owedFrom,
        LocalDate announcedOn,
        String noticeNo,
        String source) {

    AnnounceArrears.Command command() {
        return new AnnounceArrears.Command(
                bizId,
                new Debt(tenureId, taxKind, owedFrom),
                new Notice(noticeNo.strip(), source.strip(), announcedOn, new Money(amountFen)));
    }
}
