package io.hutong.credit.annualreport;

import io.hutong.identity.BizId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All reports that were filed, with every earlier revision. */
public interface AnnualReports {
    /** Of one business, by year. */
    List<AnnualReport> of(BizId bizId);

    /** The years for which a business filed, without reading what it said. */
    Set<Integer> filedYears(BizId bizId);

    Optional<AnnualReport> find(BizId bizId, int year);

    /** Keeps a first filing, or the next revision of one. */
    void put(AnnualReport report);
}
