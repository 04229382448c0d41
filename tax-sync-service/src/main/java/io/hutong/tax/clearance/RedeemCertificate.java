package io.hutong.tax.clearance;

import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes a certificate when the change that it was issued for arrives: once, and never a wrong one (Order 103 art. 19). */
@ApplicationScoped
public class RedeemCertificate {
    private final Certificates certificates;
    private final Clock clock;

    public RedeemCertificate(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /** What was shown: a good certificate, or why the one shown is none. */
    public record Presented(@Nullable CertificateId good, Certificate.Worth worth) {}

    /** The certificate named by the change, or else one that an officer issued for it later. */
    public Presented present(
            @Nullable CertificateId named,
            BizId bizId,
            ChangeId changeId,
            OperatorTenureId ending,
            LocalDate registeredOn) {
        Certificate.Worth worth = named == null
                ? Certificate.Worth.UNKNOWN
                : certificates
                        .find(named)
                        .map(shown -> shown.worthFor(bizId, changeId, ending, registeredOn))
                        .orElse(Certificate.Worth.UNKNOWN);
        if (named != null && worth == Certificate.Worth.GOOD) {
            return new Presented(named, worth);
        }
        return certificates.forChange(changeId).stream()
                .filter(later -> later.worthFor(bizId, changeId, ending, registeredOn) == Certificate.Worth.GOOD)
                .findFirst()
                .map(later -> new Presented(later.id(), Certificate.Worth.GOOD))
                .orElse(new Presented(null, worth));
    }

    public void use(CertificateId id) {
        Certificate certificate =
                certificates.find(id).orElseThrow(() -> new IllegalStateException("no certificate " + id));
        certificates.save(certificate.become(Certificate.State.USED, null, clock.instant()));
    }

    /** Uses the certificate up if it was issued for this change and still stands; says whether it did. */
    public boolean useIfInForce(CertificateId id, ChangeId changeId) {
        boolean inForce = certificates
                .find(id)
                .filter(shown -> shown.changeId().equals(changeId) && shown.state() == Certificate.State.ISSUED)
                .isPresent();
        if (inForce) {
            use(id);
        }
        return inForce;
    }
}
