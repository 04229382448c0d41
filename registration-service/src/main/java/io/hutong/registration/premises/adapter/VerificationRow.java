package io.hutong.registration.premises.adapter;

import io.hutong.events.Agency;
import io.hutong.events.ExchangeEvent.PremisesVerified.Result;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** One question about premises with its answer. */
@Entity
@Table(name = "premises_verification")
@NullUnmarked
class VerificationRow {
    @Id
    @Column(name = "verification_id")
    String verificationId;

    @Column(name = "biz_id")
    String bizId;

    @Column(name = "premises", length = Length.LONG32)
    String premises;

    @Column(name = "question_id")
    String questionId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "asked_of")
    Agency askedOf;

    @Column(name = "asked_by")
    String askedBy;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "result")
    Result result;

    @Column(name = "verified_on")
    LocalDate verifiedOn;

    @Column(name = "answered_by")
    String answeredBy;

    @Column(name = "answered_at")
    Instant answeredAt;

    @Column(name = "late")
    Boolean late;
}
