package io.hutong.registration.register.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.Length;
import org.jspecify.annotations.NullUnmarked;

/** One operator's time; the persons are encrypted. */
@Entity
@Table(name = "operator_tenure")
@NullUnmarked
class OperatorTenureRow {
    @Id
    @Column(name = "tenure_id")
    String tenureId;

    @Column(name = "biz_id")
    String bizId;

    @Column(name = "from_date")
    LocalDate from;

    @Column(name = "until_date")
    LocalDate until;

    @Column(name = "stands")
    boolean stands;

    @Column(name = "household", length = Length.LONG32)
    byte[] household;

    @Column(name = "person_lookup")
    String personLookup;
}
