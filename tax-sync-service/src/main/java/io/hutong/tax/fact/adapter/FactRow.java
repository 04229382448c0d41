package io.hutong.tax.fact.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Immutable
@Table(name = "tax_fact")
@NullUnmarked
class FactRow {
    static final String NOTE = "tax_fact.note";

    @Id
    @Column(length = 36)
    String id;

    @Column(name = "biz_id", length = 36)
    String bizId;

    @Column(name = "tenure_id", length = 36)
    String tenureId;

    @Column(length = 60)
    String item;

    @Column(length = 20)
    String value;

    @Column(name = "amount_fen")
    Long amountFen;

    @Column(length = 2000)
    byte[] note;

    @Column(length = 100)
    String source;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
