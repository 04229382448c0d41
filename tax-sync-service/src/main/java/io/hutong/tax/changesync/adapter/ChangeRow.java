package io.hutong.tax.changesync.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "tax_change")
@NullUnmarked
class ChangeRow {
    static final String OPERATOR = "tax_change.operator";
    static final String NOTE = "tax_change.officer_note";

    @Id
    @Column(length = 36)
    String id;

    @Column(name = "biz_id", length = 36)
    String bizId;

    long place;

    @Column(length = 20)
    String kind;

    @Column(columnDefinition = "longtext")
    String content;

    @Column(length = 4000)
    byte[] operator;

    @Column(length = 12)
    String division;

    @Column(name = "correlation_id", length = 36)
    String correlationId;

    @Column(name = "event_id", length = 36)
    String eventId;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "effective_at")
    LocalDate effectiveAt;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(length = 20)
    String state;

    @Column(name = "held_since")
    Instant heldSince;

    @Column(columnDefinition = "longtext")
    String hold;

    /** Classes of the hold between commas, for the worklist's filter. */
    @Column(name = "hold_classes", length = 200)
    String holdClasses;

    @Column(columnDefinition = "longtext")
    String explanation;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(length = 20)
    String mode;

    @Column(length = 40)
    String reason;

    @Column(name = "ended_by", length = 36)
    String endedBy;

    @Column(name = "officer_note", length = 2000)
    byte[] note;

    @Column(name = "follow_ups", length = 400)
    String followUps;
}
