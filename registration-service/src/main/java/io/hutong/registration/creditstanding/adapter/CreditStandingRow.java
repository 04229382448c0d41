package io.hutong.registration.creditstanding.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.Length;
import org.jspecify.annotations.NullUnmarked;

/** The credit standing of one business. */
@Entity
@Table(name = "credit_standing")
@NullUnmarked
class CreditStandingRow {
    @Id
    @Column(name = "biz_id")
    String bizId;

    @Column(name = "open_entries", length = Length.LONG32)
    String openEntries;

    @Column(name = "filed_years", length = Length.LONG32)
    String filedYears;

    @Column(name = "complete")
    boolean complete;

    @Column(name = "serious_entries", length = Length.LONG32)
    String seriousEntries;

    @Column(name = "serious_complete")
    boolean seriousComplete;
}
