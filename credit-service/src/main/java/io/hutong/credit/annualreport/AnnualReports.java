package io.hutong.credit.annualreport;

import io.hutong.identity.BizId;
import java.util.List;
import java.util.Optional;

/** All reports that were filed, with every earlier revision. */
public interface AnnualReports {
    /** Of one business, by year. */
    List<AnnualReport> of(BizId bizId);

    Optional<AnnualReport> find(BizId bizId, int year);

    /** Keeps a first filing, or the next revision of one. */
    void put(AnnualReport report);
}
