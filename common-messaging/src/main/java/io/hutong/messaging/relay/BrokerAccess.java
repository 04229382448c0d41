package io.hutong.messaging.relay;

import io.hutong.messaging.MessagingConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.jboss.logging.Logger;

/**
 * Refuses to start with an account that the broker refuses. A broker that is away or slow refuses nothing: what this
 * service states waits in its outbox.
 */
@Singleton
public class BrokerAccess {
    private static final Logger LOG = Logger.getLogger(BrokerAccess.class);
    private static final String ADVICE =
            ": check KAFKA_SECURITY_PROTOCOL, KAFKA_SASL_MECHANISM and KAFKA_SASL_JAAS_CONFIG";

    private final Map<String, Object> broker;
    private final BrokerState state;
    private final boolean needed;

    @Inject
    BrokerAccess(
            @Identifier("default-kafka-broker") Map<String, Object> broker, BrokerState state, MessagingConfig config) {
        this(broker, state, config.relay().enabled() || config.intake().enabled());
    }

    BrokerAccess(Map<String, Object> broker, BrokerState state, boolean needed) {
        this.broker = broker;
        this.state = state;
        this.needed = needed;
    }

    void check(@Observes @Priority(Interceptor.Priority.APPLICATION + 100) StartupEvent event) {
        if (needed && state.reachable()) {
            ask();
        }
    }

    private void ask() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("request.timeout.ms", 4_000);
        settings.put("default.api.timeout.ms", 5_000);
        try (Admin admin = Admin.create(settings)) {
            admin.describeCluster().clusterId().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthenticationException refused) {
                throw new IllegalStateException("the broker refuses this service's account" + ADVICE, refused);
            }
            LOG.warnf("the broker takes connections and does not answer (%s)%s", Causes.line(e), ADVICE);
        } catch (KafkaException e) {
            throw new IllegalStateException("this service has no usable account at the broker" + ADVICE, e);
        }
    }
}
