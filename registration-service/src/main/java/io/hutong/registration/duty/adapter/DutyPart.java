package io.hutong.registration.duty.adapter;

import io.hutong.registration.duty.Duty;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** What one agency owes. */
@Embeddable
@NullUnmarked
class DutyPart {
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "state")
    Duty.State state;

    @Column(name = "since")
    Instant since;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "blocks", length = Length.LONG32)
    String blocks;

    @Column(name = "reason")
    String reason;
}
