package io.hutong.tax.clearance;

import io.hutong.events.CertificatePurpose;
import java.time.LocalDate;

/** How long a certificate serves; rule data, because the law leaves it open. */
public interface CertificateValidity {
    LocalDate lastDay(CertificatePurpose purpose, LocalDate issuedOn);
}
