package io.hutong.messaging.rest;

import io.hutong.messaging.relay.BrokerState;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the database answers. The broker's state is told and decides nothing: without it a service takes requests
 * all the same, and what it states waits in the outbox.
 */
@Readiness
@Singleton
public class DeliveryReady implements HealthCheck {
    private final DeliveryTables tables;
    private final BrokerState broker;

    DeliveryReady(DeliveryTables tables, BrokerState broker) {
        this.tables = tables;
        this.broker = broker;
    }

    @Override
    public HealthCheckResponse call() {
        String state = broker.reachable() ? "reachable" : "unreachable";
        try {
            return HealthCheckResponse.named("delivery")
                    .up()
                    .withData("broker", state)
                    .withData("outbox.pending", tables.pending().count())
                    .build();
        } catch (RuntimeException e) {
            return HealthCheckResponse.named("delivery")
                    .down()
                    .withData("broker", state)
                    .withData("database", "unreachable")
                    .build();
        }
    }
}
