package io.hutong.tax.taxpayer.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "taxpayer")
@NullUnmarked
class TaxpayerRow {
    @Id
    @Column(name = "biz_id", length = 36)
    String bizId;

    @Column(length = 18)
    String uscc;

    @Column(length = 400)
    String name;

    @Column(name = "entity_type", length = 40)
    String entityType;

    @Column(name = "established_on")
    LocalDate establishedOn;

    @Column(columnDefinition = "longtext")
    String premises;

    @Column(columnDefinition = "longtext")
    String scope;

    @Column(length = 20)
    String industry;

    @Column(name = "online_only")
    boolean onlineOnly;

    @Column(name = "registrar_name", length = 200)
    String registrarName;

    @Column(name = "registrar_division", length = 12)
    String registrarDivision;

    @Column(name = "tenure_id", length = 36)
    String tenureId;

    @Column(name = "operator_name", length = 200)
    String operatorName;

    @Column(length = 40)
    String registered;

    @Column(name = "suspended_until")
    LocalDate suspendedUntil;

    @Column(length = 20)
    String standing;

    @Column(name = "standing_since")
    LocalDate standingSince;

    long version;
}
