package io.hutong.credit.annualreport;

import io.hutong.credit.business.KnownBusiness;
import io.hutong.identity.BizId;
import java.util.List;

/** What hangs on reports elsewhere: asked and told in the same transaction. */
public interface ReportConsequences {
    /** Whether the report for that year must be put right, although the time for corrections is over. */
    boolean demandCorrection(BizId bizId, int year);

    /** These reports of the business were filed. */
    void filed(KnownBusiness business, List<AnnualReport> reports);
}
