package io.hutong.credit.agencyrecord;

import io.hutong.identity.BizId;
import java.util.List;

/** Every confirmation that there was; none is changed or taken out. */
public interface Confirmations {
    /** Of a business, the first given first. */
    List<Confirmation> of(BizId bizId);

    /** Keeps one; the business's stream must be locked. */
    void add(Confirmation confirmation);
}
