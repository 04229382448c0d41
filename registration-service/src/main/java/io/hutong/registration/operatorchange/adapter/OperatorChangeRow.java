package io.hutong.registration.operatorchange.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.Length;
import org.jspecify.annotations.NullUnmarked;

/** What an operator change rested on; the person asked for is encrypted and goes when the waiting ends. */
@Entity
@Table(name = "operator_change")
@NullUnmarked
class OperatorChangeRow {
    /** The papers of a request. */
    @Id
    @Column(name = "change_id")
    String changeId;

    @Column(name = "papers", length = Length.LONG32)
    String papers;

    @Column(name = "ruling", length = Length.LONG32)
    String ruling;

    @Column(name = "conditions_again", length = Length.LONG32)
    String conditionsAgain;

    @Column(name = "request", length = Length.LONG32)
    byte[] request;
}
