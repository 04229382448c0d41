package io.hutong.tax.clearance;

import io.hutong.events.CertificatePurpose;
import java.time.LocalDate;
import java.util.Optional;

/** How long a certificate serves; rule data, because the law leaves it open. */
public interface CertificateValidity {
    /** Empty while the authority has not said it. */
    Optional<LocalDate> lastDay(CertificatePurpose purpose, LocalDate issuedOn);
}
