package io.hutong.tax.clearance;

import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import java.util.List;
import java.util.Optional;

/** All certificates ever issued. */
public interface Certificates {
    /** Whose it is, without reading it: to be asked before the business is locked. */
    Optional<BizId> businessOf(CertificateId id);

    Optional<Certificate> find(CertificateId id);

    List<Certificate> forChange(ChangeId changeId);

    /** Those of a business that could still be used. */
    List<Certificate> unusedOf(BizId bizId);

    void add(Certificate certificate);

    void save(Certificate certificate);
}
