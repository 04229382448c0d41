package io.hutong.credit.annualreport;

import io.hutong.credit.business.KnownBusiness;
import io.hutong.identity.BizId;
import java.util.Set;

/** What hangs on reports elsewhere: asked and told in the same transaction. */
public interface ReportConsequences {
    /** Whether reports of the business must be put right, although the time for corrections is over. */
    boolean demandCorrection(BizId bizId);

    /** Reports were filed; {@code missing} are the years whose window is over and whose report is still not there. */
    void filed(KnownBusiness business, Set<Integer> missing);
}
