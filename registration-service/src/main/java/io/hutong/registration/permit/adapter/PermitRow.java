package io.hutong.registration.permit.adapter;

import io.hutong.events.Agency;
import io.hutong.events.ExchangeEvent.PermitEnded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** One permit of a business. */
@Entity
@Table(name = "permit")
@IdClass(PermitRow.Key.class)
@NullUnmarked
class PermitRow {
    /** Business, type and number. */
    record Key(String bizId, String permitType, String permitNo) implements Serializable {}

    @Id
    @Column(name = "biz_id")
    String bizId;

    @Id
    @Column(name = "permit_type")
    String permitType;

    @Id
    @Column(name = "permit_no")
    String permitNo;

    @Column(name = "stated_by")
    String statedBy;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "department")
    Agency department;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    @Column(name = "ended_on")
    LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "end_reason")
    PermitEnded.Reason endReason;
}
