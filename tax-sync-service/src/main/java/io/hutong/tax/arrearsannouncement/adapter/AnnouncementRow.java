package io.hutong.tax.arrearsannouncement.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "arrears_announcement")
@NullUnmarked
class AnnouncementRow {
    static final String NOTE = "arrears_announcement.note";

    @Id
    @Column(length = 36)
    String id;

    @Column(name = "biz_id", length = 36)
    String bizId;

    @Column(name = "tenure_id", length = 36)
    String tenureId;

    @Column(name = "tax_kind", length = 40)
    String taxKind;

    @Column(name = "owed_from")
    LocalDate owedFrom;

    @Column(name = "amount_fen")
    long amountFen;

    @Column(name = "notice_no", length = 100)
    String noticeNo;

    @Column(length = 100)
    String source;

    @Column(name = "announced_on")
    LocalDate announcedOn;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "clear_reason", length = 20)
    String clearReason;

    @Column(name = "cleared_on")
    LocalDate clearedOn;

    @Column(length = 2000)
    byte[] note;

    @Column(name = "restated_as", length = 36)
    String restatedAs;
}
