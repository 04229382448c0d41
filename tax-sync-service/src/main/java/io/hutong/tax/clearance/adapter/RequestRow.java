package io.hutong.tax.clearance.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "clearance_request")
@NullUnmarked
class RequestRow {
    static final String NOTE = "clearance_request.officer_note";

    @Id
    @Column(name = "change_id", length = 36)
    String changeId;

    @Column(name = "biz_id", length = 36)
    String bizId;

    @Column(name = "tenure_id", length = 36)
    String tenureId;

    @Column(length = 20)
    String purpose;

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

    @Column(length = 20)
    String state;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "state_since")
    Instant stateSince;

    @Column(columnDefinition = "longtext")
    String hold;

    @Column(columnDefinition = "longtext")
    String explanation;

    @Column(name = "officer_note", length = 2000)
    byte[] note;
}
