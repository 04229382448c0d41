package io.hutong.testing.sample.opening.adapter;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row as it should be. */
@Entity
class OpeningRow {
    @Id
    long id;
}
