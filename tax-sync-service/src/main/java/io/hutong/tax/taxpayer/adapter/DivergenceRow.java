package io.hutong.tax.taxpayer.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "divergence")
@IdClass(DivergenceRow.Key.class)
@NullUnmarked
class DivergenceRow {
    /** Place in the stream of a business. */
    record Key(String bizId, int epoch, long version) implements Serializable {}

    @Id
    @Column(name = "biz_id", length = 36)
    String bizId;

    @Id
    int epoch;

    @Id
    long version;

    @Column(name = "change_id", length = 36)
    String changeId;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
