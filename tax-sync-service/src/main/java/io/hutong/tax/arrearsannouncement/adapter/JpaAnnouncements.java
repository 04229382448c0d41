package io.hutong.tax.arrearsannouncement.adapter;

import io.hutong.events.Money;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.events.TaxKind;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.arrearsannouncement.Announcement;
import io.hutong.tax.arrearsannouncement.Announcement.Clearance;
import io.hutong.tax.arrearsannouncement.Announcement.Debt;
import io.hutong.tax.arrearsannouncement.Announcement.Notice;
import io.hutong.tax.arrearsannouncement.Announcements;
import io.hutong.tax.shared.storage.JsonColumns;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaAnnouncements implements Announcements, PanacheRepositoryBase<AnnouncementRow, String> {
    private static final int MOST = 200;

    private final JsonColumns json;

    JpaAnnouncements(JsonColumns json) {
        this.json = json;
    }

    @Override
    public Optional<Announcement> find(ArrearsAnnouncementId id) {
        return findByIdOptional(id.value()).map(this::announcement);
    }

    @Override
    public Optional<BizId> businessOf(ArrearsAnnouncementId id) {
        return getEntityManager()
                .createQuery("select a.bizId from AnnouncementRow a where a.id = ?1", String.class)
                .setParameter(1, id.value())
                .getResultStream()
                .findFirst()
                .map(BizId::of);
    }

    @Override
    public List<Announcement> of(BizId bizId) {
        return list("bizId = ?1 order by recordedAt, id", bizId.value()).stream()
                .map(this::announcement)
                .toList();
    }

    @Override
    public List<Announcement> onAnnulledTenures() {
        return find("clearReason is null and tenureId in (select t.id from TenureRow t where t.annulled = true)"
                        + " order by recordedAt, id")
                .page(0, MOST)
                .stream()
                .map(this::announcement)
                .toList();
    }

    @Override
    public void add(Announcement announcement) {
        var row = new AnnouncementRow();
        row.id = announcement.id().value();
        row.bizId = announcement.bizId().value();
        row.tenureId = announcement.debt().tenureId().value();
        row.taxKind = announcement.debt().kind().name();
        row.owedFrom = announcement.debt().owedFrom();
        row.amountFen = announcement.notice().amount().fen();
        row.noticeNo = announcement.notice().number();
        row.source = announcement.notice().source();
        row.announcedOn = announcement.notice().announcedOn();
        row.recordedAt = announcement.recordedAt();
        persist(row);
    }

    /** Nothing but its end, and as what it is said anew, is ever added. */
    @Override
    public void save(Announcement announcement) {
        AnnouncementRow row = findById(announcement.id().value());
        Clearance clearance = announcement.clearance();
        if (clearance != null) {
            row.clearReason = clearance.reason().name();
            row.clearedOn = clearance.on();
            row.note = json.encryptText(clearance.note(), AnnouncementRow.NOTE);
        }
        ArrearsAnnouncementId anew = announcement.restatedAs();
        row.restatedAs = anew == null ? null : anew.value();
    }

    private Announcement announcement(AnnouncementRow row) {
        return new Announcement(
                ArrearsAnnouncementId.of(row.id),
                BizId.of(row.bizId),
                new Debt(OperatorTenureId.of(row.tenureId), TaxKind.valueOf(row.taxKind), row.owedFrom),
                new Notice(row.noticeNo, row.source, row.announcedOn, new Money(row.amountFen)),
                row.recordedAt,
                row.clearReason == null
                        ? null
                        : new Clearance(
                                Reason.valueOf(row.clearReason),
                                row.clearedOn,
                                json.text(row.note, AnnouncementRow.NOTE)),
                row.restatedAs == null ? null : ArrearsAnnouncementId.of(row.restatedAs));
    }
}
