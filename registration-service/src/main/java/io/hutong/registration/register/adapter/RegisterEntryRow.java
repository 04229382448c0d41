package io.hutong.registration.register.adapter;

import io.hutong.events.ChangeKind;
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

/** One registered change with both images of what it touched. */
@Entity
@Table(name = "register_entry")
@NullUnmarked
class RegisterEntryRow {
    @Id
    @Column(name = "change_id")
    String changeId;

    @Column(name = "biz_id")
    String bizId;

    @Column(name = "version")
    long version;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "kind")
    ChangeKind kind;

    @Column(name = "effective_on")
    LocalDate effectiveOn;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "before_image", length = Length.LONG32)
    String before;

    @Column(name = "after_image", length = Length.LONG32)
    String after;

    @Column(name = "annulled_by")
    String annulledBy;

    @Column(name = "annulled_at")
    Instant annulledAt;
}
