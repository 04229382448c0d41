package io.hutong.tax.clearance.adapter;

import io.hutong.tax.clearance.Certificate;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A clearance certificate as an officer sees it. */
record CertificateJson(
        String certificateId,
        String bizId,
        String changeId,
        String purpose,
        String tenureId,
        LocalDate issuedOn,
        LocalDate validUntil,
        String basis,
        String state,
        @Nullable String reason,
        Instant stateSince) {
    static CertificateJson of(Certificate certificate) {
        return new CertificateJson(
                certificate.id().value(),
                certificate.bizId().value(),
                certificate.changeId().value(),
                certificate.purpose().name(),
                certificate.tenureId().value(),
                certificate.issuedOn(),
                certificate.validUntil(),
                certificate.basis().name(),
                certificate.state().name(),
                certificate.reason(),
                certificate.stateSince());
    }
}
