package io.hutong.tax.taxpayer.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "tenure")
@NullUnmarked
class TenureRow {
    static final String OPERATOR = "tenure.operator";

    @Id
    @Column(length = 36)
    String id;

    @Column(name = "biz_id", length = 36)
    String bizId;

    @Column(length = 4000)
    byte[] operator;

    @Column(name = "from_day")
    LocalDate fromDay;

    @Column(name = "to_day")
    LocalDate toDay;

    boolean annulled;
}
