package io.hutong.tax.clearance.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "clearance_certificate")
@NullUnmarked
class CertificateRow {
    @Id
    @Column(length = 36)
    String id;

    @Column(name = "biz_id", length = 36)
    String bizId;

    @Column(name = "change_id", length = 36)
    String changeId;

    @Column(length = 20)
    String purpose;

    @Column(name = "tenure_id", length = 36)
    String tenureId;

    @Column(name = "issued_on")
    LocalDate issuedOn;

    @Column(name = "valid_until")
    LocalDate validUntil;

    @Column(length = 30)
    String basis;

    @Column(length = 20)
    String state;

    @Column(length = 400)
    String reason;

    @Column(name = "state_since")
    Instant stateSince;
}
