package io.hutong.tax.clearance.adapter;

import io.hutong.events.CertificatePurpose;
import io.hutong.events.TaxEvent.ClearanceIssued.Basis;
import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.clearance.Certificate;
import io.hutong.tax.clearance.Certificates;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaCertificates implements Certificates, PanacheRepositoryBase<CertificateRow, String> {

    @Override
    public Optional<BizId> businessOf(CertificateId id) {
        return getEntityManager()
                .createQuery("select c.bizId from CertificateRow c where c.id = ?1", String.class)
                .setParameter(1, id.value())
                .getResultStream()
                .findFirst()
                .map(BizId::of);
    }

    @Override
    public Optional<Certificate> find(CertificateId id) {
        return findByIdOptional(id.value()).map(JpaCertificates::certificate);
    }

    @Override
    public List<Certificate> forChange(ChangeId changeId) {
        return list("changeId = ?1 order by id", changeId.value()).stream()
                .map(JpaCertificates::certificate)
                .toList();
    }

    @Override
    public List<Certificate> unusedOf(BizId bizId) {
        return list("bizId = ?1 and state = ?2", bizId.value(), Certificate.State.ISSUED.name()).stream()
                .map(JpaCertificates::certificate)
                .toList();
    }

    @Override
    public void add(Certificate certificate) {
        CertificateRow row = new CertificateRow();
        row.id = certificate.id().value();
        row.bizId = certificate.bizId().value();
        row.changeId = certificate.changeId().value();
        row.purpose = certificate.purpose().name();
        row.tenureId = certificate.tenureId().value();
        row.issuedOn = certificate.issuedOn();
        row.validUntil = certificate.validUntil();
        row.basis = certificate.basis().name();
        state(row, certificate);
        persist(row);
    }

    /** Only its state ever changes. */
    @Override
    public void save(Certificate certificate) {
        state(findById(certificate.id().value()), certificate);
    }

    private static void state(CertificateRow row, Certificate certificate) {
        row.state = certificate.state().name();
        row.reason = certificate.reason();
        row.stateSince = certificate.stateSince();
    }

    private static Certificate certificate(CertificateRow row) {
        return new Certificate(
                CertificateId.of(row.id),
                BizId.of(row.bizId),
                ChangeId.of(row.changeId),
                CertificatePurpose.valueOf(row.purpose),
                OperatorTenureId.of(row.tenureId),
                row.issuedOn,
                row.validUntil,
                Basis.valueOf(row.basis),
                Certificate.State.valueOf(row.state),
                row.reason,
                row.stateSince);
    }
}
