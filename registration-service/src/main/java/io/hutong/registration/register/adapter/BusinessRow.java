package io.hutong.registration.register.adapter;

import io.hutong.events.BusinessStatus;
import io.hutong.events.EntityType;
import io.hutong.events.TaxEvent.StatusChanged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** One business as it stands now. */
@Entity
@Table(name = "business")
@NullUnmarked
class BusinessRow {
    @Id
    @Column(name = "biz_id")
    String bizId;

    @Column(name = "version")
    long version;

    @Column(name = "uscc")
    String uscc;

    @Column(name = "name")
    String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "entity_type")
    EntityType entityType;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "status")
    BusinessStatus status;

    @Column(name = "established_on")
    LocalDate establishedOn;

    @Column(name = "industry_section")
    String industrySection;

    @Column(name = "industry_class")
    String industryClass;

    @Column(name = "online_only")
    boolean onlineOnly;

    @Column(name = "registrar_name")
    String registrarName;

    @Column(name = "registrar_division")
    String registrarDivision;

    @Column(name = "scope", length = Length.LONG32)
    String scope;

    @Column(name = "premises", length = Length.LONG32)
    String premises;

    @Column(name = "tenure_id")
    String tenureId;

    @Column(name = "operator_name")
    String operatorName;

    @Column(name = "suspension", length = Length.LONG32)
    String suspension;

    @Column(name = "suspended_until")
    LocalDate suspendedUntil;

    @Column(name = "last_effect_on")
    LocalDate lastEffectOn;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "tax_status")
    StatusChanged.Status taxStatus;

    @Column(name = "tax_status_since")
    LocalDate taxStatusSince;

    @Column(name = "separate_register", length = Length.LONG32)
    String separateRegister;
}
