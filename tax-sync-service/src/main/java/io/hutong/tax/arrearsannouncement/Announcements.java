package io.hutong.tax.arrearsannouncement;

import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.BizId;
import java.util.List;
import java.util.Optional;

/** All announcements of arrears, also those that do not stand any longer. */
public interface Announcements {
    Optional<Announcement> find(ArrearsAnnouncementId id);

    /** Whose it is, without reading it: to be asked before the business is locked. */
    Optional<BizId> businessOf(ArrearsAnnouncementId id);

    /** Those of a business, in the order in which they were recorded. */
    List<Announcement> of(BizId bizId);

    /** Those that stand although the tenure that is said to owe was annulled; the earliest 200. */
    List<Announcement> onAnnulledTenures();

    void add(Announcement announcement);

    /** Stores how it was cleared, and as what it is said anew. */
    void save(Announcement announcement);

    /** The lines of one debt of a business, in the order in which they were recorded. */
    default List<Announcement> ofDebt(BizId bizId, Announcement.Debt debt) {
        return of(bizId).stream()
                .filter(one -> one.isOnRecord() && one.debt().equals(debt))
                .toList();
    }
}
