package io.hutong.credit.publication;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** All comparisons with the platforms; at most one with each is running. */
public interface Reconciliations {
    /** Begins this one unless one with the platform is running, and gives the one that is. */
    Reconciliation begin(Reconciliation run);

    Optional<Reconciliation> find(UUID id);

    Optional<Reconciliation> last(String platform);

    /** The running one, for its next step; nobody else gets it until it is put, or the lease is over. */
    Optional<Reconciliation> take(String platform, Duration lease);

    /** False if somebody else took the step: then nothing of this one may remain. */
    boolean put(Reconciliation before, Reconciliation now);
}
