package io.hutong.registration.restriction.adapter;

import io.hutong.registration.restriction.Restriction.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** One order with its lifting. */
@Entity
@Table(name = "business_restriction")
@NullUnmarked
class RestrictionRow {
    @Id
    @Column(name = "restriction_id")
    String restrictionId;

    @Column(name = "biz_id")
    String bizId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "kind")
    Kind kind;

    @Column(name = "authority")
    String authority;

    @Column(name = "document_no")
    String documentNo;

    @Column(name = "imposed_on")
    LocalDate imposedOn;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "lifted_authority")
    String liftedAuthority;

    @Column(name = "lifted_document_no")
    String liftedDocumentNo;

    @Column(name = "lifted_on")
    LocalDate liftedOn;

    @Column(name = "lifted_recorded_at")
    Instant liftedRecordedAt;

    @Column(name = "lifted_recorded_by")
    String liftedRecordedBy;
}
