package io.hutong.credit.annualreport;

/** Who tells others that reports are filed: told in the transaction of each filing, the stream of the business locked. */
public interface FiledReports {
    void filed(AnnualReport report);
}
