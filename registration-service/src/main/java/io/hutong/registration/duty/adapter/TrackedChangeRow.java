package io.hutong.registration.duty.adapter;

import io.hutong.events.ChangeKind;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.Regime;
import io.hutong.registration.duty.ChangeState;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** One change on its way through the agencies. */
@Entity
@Table(name = "tracked_change")
@NullUnmarked
class TrackedChangeRow {
    @Id
    @Column(name = "change_id")
    String changeId;

    @Column(name = "biz_id")
    String bizId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "kind")
    ChangeKind kind;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "operator_kind")
    OperatorChangeKind operatorKind;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "regime")
    Regime regime;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "state")
    ChangeState state;

    @Column(name = "divergent")
    boolean divergent;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "registered_at")
    Instant registeredAt;

    @Column(name = "effective_on")
    LocalDate effectiveOn;

    @Column(name = "clearance", length = Length.LONG32)
    String clearance;

    @Column(name = "unmet_conditions", length = Length.LONG32)
    String conditions;

    @Column(name = "news")
    int news;

    /** Read with the change in one go; a map, so that one answer updates one row. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "change_duty", joinColumns = @JoinColumn(name = "change_id"))
    @MapKeyColumn(name = "agency")
    Map<String, DutyPart> duties = new TreeMap<>();
}
