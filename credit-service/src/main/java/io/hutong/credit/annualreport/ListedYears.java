package io.hutong.credit.annualreport;

import io.hutong.identity.BizId;
import java.util.Set;

/** The years for whose reports a business stands on the abnormal list: owed by that decision, whenever they were. */
public interface ListedYears {
    Set<Integer> of(BizId bizId);
}
