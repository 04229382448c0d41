package io.hutong.credit.agencyrecord;

import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.BizId;
import java.util.List;
import java.util.Optional;

/** The arrears that tax announced of businesses. */
public interface AnnouncedArrears {
    Optional<Arrears> find(ArrearsAnnouncementId id);

    /** Those of a business that stand, of every tenure, in the order in which they were announced. */
    List<Arrears> standing(BizId bizId);

    /** Stores them as they are now; the business's stream must be locked. */
    void put(Arrears arrears);
}
