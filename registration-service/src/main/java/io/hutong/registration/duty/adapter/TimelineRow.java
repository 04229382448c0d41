package io.hutong.registration.duty.adapter;

import io.hutong.events.Agency;
import io.hutong.registration.duty.TimelineEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** One entry of a change's timeline; only ever added. */
@Entity
@Table(name = "change_timeline")
@IdClass(TimelineRow.Key.class)
@NullUnmarked
class TimelineRow {
    /** Place in a timeline. */
    record Key(String changeId, int seq) implements Serializable {}

    @Id
    @Column(name = "change_id")
    String changeId;

    @Id
    @Column(name = "seq")
    int seq;

    @Column(name = "at")
    Instant at;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "agency")
    Agency agency;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "what")
    TimelineEntry.Step what;

    @Column(name = "detail")
    String detail;
}
