package io.hutong.credit.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The last comparison with each platform. */
public interface Reconciliations {
    void put(Reconciliation done);

    Optional<Reconciliation> of(String platform);

    /**
     * What a platform showed compared with what it should: facts it does not show or shows in an old version, facts that it
     * shows although it must not, and notices that nobody here knows of. What is on its way was left out.
     */
    record Reconciliation(String platform, Instant at, int compared, List<UUID> differences, List<UUID> unknown) {
        public Reconciliation {
            differences = List.copyOf(differences);
            unknown = List.copyOf(unknown);
        }
    }
}
