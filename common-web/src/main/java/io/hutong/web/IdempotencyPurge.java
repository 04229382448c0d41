package io.hutong.web;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets old keys, in small transactions; several replicas may do it at once. */
@ApplicationScoped
class IdempotencyPurge {
    private final IdempotencyKeys keys;
    private final Duration keep;

    IdempotencyPurge(IdempotencyKeys keys, @ConfigProperty(name = "hutong.web.idempotency.keep") Duration keep) {
        this.keys = keys;
        this.keep = keep;
    }

    @Scheduled(
            identity = "idempotency-purge",
            every = "${hutong.web.idempotency.purge-every}",
            delayed = "${hutong.web.idempotency.purge-delay}")
    void purge() {
        int deleted;
        do {
            deleted = QuarkusTransaction.requiringNew().call(() -> keys.deleteOlderThan(keep));
        } while (deleted > 0);
    }
}
