package io.hutong.tax.clearance;

import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.events.TaxEvent.ClearanceIssued.Basis;
import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.UuidV7;
import io.hutong.tax.receipt.Receipts;
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Issues certificates, and makes those void that nobody will need. */
@ApplicationScoped
public class KeepCertificates {
    private final Certificates certificates;
    private final CertificateValidity validity;
    private final UuidV7 ids;
    private final Clock clock;

    public KeepCertificates(Certificates certificates, CertificateValidity validity, UuidV7 ids, Clock clock) {
        this.certificates = certificates;
        this.validity = validity;
        this.ids = ids;
        this.clock = clock;
    }

    /** Issues a certificate; false while it is not said how long one of that purpose serves. */
    boolean issue(ClearanceRequest request, Basis basis, String ruleSet, Receipts receipts) {
        LocalDate today = LegalTime.today(clock);
        Optional<LocalDate> lastDay = validity.lastDay(request.purpose(), today);
        lastDay.ifPresent(day -> issue(certificate(request, basis, today, day), request, ruleSet, receipts));
        return lastDay.isPresent();
    }

    private Certificate certificate(ClearanceRequest request, Basis basis, LocalDate today, LocalDate lastDay) {
        return new Certificate(
                new CertificateId(ids.next()),
                request.cause().bizId(),
                request.changeId(),
                request.purpose(),
                request.tenureId(),
                today,
                lastDay,
                basis,
                Certificate.State.ISSUED,
                null,
                clock.instant());
    }

    private void issue(Certificate certificate, ClearanceRequest request, String ruleSet, Receipts receipts) {
        certificates.add(certificate);
        receipts.give(
                new ClearanceIssued(
                        certificate.changeId(),
                        certificate.id(),
                        certificate.purpose(),
                        certificate.tenureId(),
                        certificate.validUntil(),
                        certificate.basis()),
                request.cause(),
                ruleSet);
    }

    /** Whether none was used, and the last day of each was over when another was asked for. */
    boolean lapsedBefore(ClearanceRequest asked) {
        LocalDate day = LocalDate.ofInstant(asked.cause().occurredAt(), LegalTime.ZONE);
        return certificates.forChange(asked.changeId()).stream()
                .allMatch(known -> known.state() != Certificate.State.USED && day.isAfter(known.validUntil()));
    }

    void voidFor(ChangeId changeId, String why) {
        certificates.forChange(changeId).forEach(certificate -> voidUnused(certificate, why));
    }

    void voidAll(BizId bizId, String why) {
        certificates.unusedOf(bizId).forEach(certificate -> voidUnused(certificate, why));
    }

    private void voidUnused(Certificate certificate, String why) {
        if (certificate.state() == Certificate.State.ISSUED) {
            certificates.save(certificate.become(Certificate.State.VOID, why, clock.instant()));
        }
    }
}
