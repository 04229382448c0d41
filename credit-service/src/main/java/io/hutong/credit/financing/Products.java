package io.hutong.credit.financing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The directory of products. */
public interface Products {
    void add(Product product);

    Optional<Product> find(UUID id);

    void withdraw(UUID id, Instant at);

    /** All that are offered at present. */
    List<Product> offered();
}
